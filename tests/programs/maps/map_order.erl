%% Maps compare by size, then by keys, then by values; 1 and 1.0 are two keys.
-module(map_order).
-export([start/0, id/1]).

start() ->
    erlang:display(id(#{1 => a}) < #{1 => b}),
    erlang:display(id(#{1 => z}) < #{2 => a}),
    erlang:display(id(#{9 => z}) < #{1 => a, 2 => a}),
    erlang:display(id(#{1 => a}) == #{1.0 => a}),
    erlang:display(id(#{a => 1}) == #{a => 1.0}),
    erlang:display(id(#{a => 1}) =:= #{a => 1.0}),
    erlang:display(id(#{1 => a}) < #{1.0 => a}),
    erlang:display(map_size(#{1 => a, 1.0 => b})),
    erlang:display(map_size(#{id(0) => a, id(false) => b, id([]) => c, id({}) => d, id(<<>>) => e, id(#{}) => f})),
    erlang:display(maps:get(#{x => 1}, #{#{x => 1} => inner})),
    Large = maps:from_list([{N, N} || N <- lists:seq(1, 50)]),
    erlang:display(Large == Large#{50 := 50.0}),
    erlang:display(Large =:= Large#{50 := 50.0}),
    erlang:display(Large < Large#{50 := 51}),
    erlang:display(Large > #{100 => 0}),
    erlang:display(lists:sort([#{2 => a}, #{1 => b}, #{}, #{1 => a}])),
    ok.

id(X) -> X.
