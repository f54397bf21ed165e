%% first, next, last, prev: every key once, and keys that are not there.
-module(from_key_to_key).
-export([start/0]).

start() ->
    [kind(K) || K <- [set, bag, duplicate_bag]],
    O = ets:new(o, [ordered_set]),
    ets:insert(O, [{N} || N <- lists:seq(2, 100, 2)]),
    show({ets:next(O, 3), ets:prev(O, 3), ets:next(O, 100), ets:prev(O, 2), ets:next(O, 1.5), ets:prev(O, a)}),
    show(walk(O, ets:first(O), next, []) =:= lists:seq(2, 100, 2)),
    show(walk(O, ets:last(O), prev, []) =:= lists:seq(100, 2, -2)),
    ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    show({ets:first(T), ets:last(T)}),
    Keys = lists:seq(1, 500) ++ [a, "b", {c}, 0.5, <<"d">>],
    [ets:insert(T, {K, V}) || K <- Keys, V <- [1, 2]],
    show(lists:sort(walk(T, ets:first(T), next, [])) =:= lists:sort(Keys)),
    show(lists:sort(walk(T, ets:last(T), prev, [])) =:= lists:sort(Keys)),
    [show(try ets:F(T, K) catch error:R -> R end) || F <- [next, prev], K <- [0, 501, absent, 2.0]],
    ok.

walk(_, '$end_of_table', _, Seen) -> lists:reverse(Seen);
walk(T, K, F, Seen) -> walk(T, ets:F(T, K), F, [K | Seen]).

show(Term) -> io:format("~0p~n", [Term]).
