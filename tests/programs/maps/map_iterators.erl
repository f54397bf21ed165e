%% Iterators walk a map once, small or large, in whatever order.
-module(map_iterators).
-export([start/0]).

start() ->
    erlang:display(walk(maps:next(maps:iterator(#{})))),
    erlang:display(walk(maps:next(maps:iterator(#{1 => a, 2 => b})))),
    Large = maps:from_list([{N, N} || N <- lists:seq(1, 200)]),
    All = walk(maps:next(maps:iterator(Large))),
    erlang:display(length(All)),
    erlang:display(lists:sort(All) =:= [{N, N} || N <- lists:seq(1, 200)]),
    erlang:display(lists:sort(maps:to_list(Large)) =:= lists:sort(All)),
    {Key, Key, Rest} = maps:next(maps:iterator(Large)),
    erlang:display(length(walk(maps:next(Rest)))),
    erlang:display(maps:fold(fun(K, V, Sum) -> K + V + Sum end, 0, Large)),
    erlang:display(map_size(maps:map(fun(_, V) -> V * 2 end, Large))),
    ok.

walk(none) -> [];
walk({Key, Value, Next}) -> [{Key, Value} | walk(maps:next(Next))].
