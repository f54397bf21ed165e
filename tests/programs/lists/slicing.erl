%% nth, nthtail, sublist, split, last, seq, flatten and duplicates.
-module(slicing).
-export([start/0]).

start() ->
    List = [a, b, c, d, e],
    erlang:display(lists:nth(2, List)),
    erlang:display(lists:nthtail(3, List)),
    erlang:display(lists:nthtail(5, List)),
    erlang:display(lists:sublist(List, 2)),
    erlang:display(lists:sublist(List, 2, 3)),
    erlang:display(lists:sublist(List, 100)),
    erlang:display(lists:split(2, List)),
    erlang:display(lists:last(List)),
    erlang:display(lists:droplast(List)),
    erlang:display([lists:seq(1, 5), lists:seq(5, 1, -2), lists:seq(1, 0), lists:seq(0, 10, 5)]),
    erlang:display(lists:flatten([1, [2, [3, [[], 4]], [[[5]]]]])),
    erlang:display(lists:append([[1], [], [2, 3]])),
    erlang:display(lists:concat([a, 1, "s"])),
    erlang:display(lists:duplicate(3, x)),
    erlang:display(lists:delete(c, List)),
    erlang:display(lists:subtract([1, 2, 3, 2], [2])),
    erlang:display(lists:prefix("ab", "abc")),
    erlang:display(lists:suffix("bc", "abc")),
    erlang:display(lists:join(0, [1, 2, 3])),
    erlang:display(lists:enumerate([a, b])),
    erlang:display(lists:reverse([1, 2, 3], [tail])),
    [erlang:display(catch_error(F)) || F <- [fun() -> lists:nth(6, List) end, fun() -> lists:last([]) end,
                                             fun() -> lists:nth(0, List) end, fun() -> lists:split(9, List) end,
                                             fun() -> lists:seq(5, 1) end]],
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.
