%% Walking a map one pair at a time
-module(maps_iterators).
-export([start/0]).

start() ->
    show(lists:sort(walk(maps:next(maps:iterator(#{a => 1, b => 2, c => 3}))))),
    show(walk(maps:next(maps:iterator(#{})))),
    show(length(walk(maps:next(maps:iterator(maps:from_list([{N, N} || N <- lists:seq(1, 200)])))))),
    ok.

walk(none) -> [];
walk({K, V, Next}) -> [{K, V} | walk(maps:next(Next))].

show(Term) -> io:format("~0p~n", [Term]).
