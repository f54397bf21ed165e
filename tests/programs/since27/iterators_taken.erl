%% What is taken for an iterator of a map, and what is not.
-module(iterators_taken).
-export([start/0]).

start() ->
    [io:format("~w: ~w~n", [Iterator, [tried(F, Iterator) || F <- functions()]]) || Iterator <- iterators()],
    ok.

tried(F, Iterator) ->
    try F(Iterator) catch error:Reason -> Reason end.

functions() ->
    True = fun(_, _) -> true end,
    [fun(I) -> maps:filter(True, I) end, fun(I) -> maps:map(True, I) end, fun(I) -> maps:filtermap(True, I) end,
     fun(I) -> maps:fold(fun(K, V, Seen) -> [{K, V} | Seen] end, [], I) end, fun(I) -> maps:foreach(True, I) end,
     fun maps:to_list/1, fun(I) -> [{K, V} || K := V <- I] end].

iterators() ->
    [none, {1, b, none}, {2, b, {1, d, none}}, [0 | #{1 => 2}], [[2, 1] | #{1 => a, 2 => b}], {0, b, [0 | #{1 => 2}]},
     {1, 2, 3}, {a, b, {c, d, e}}, {a, b, []}, [x | #{}], [[z] | #{}], {a, b, [x | #{}]}, [], [a], a, {a, b}, 1].
