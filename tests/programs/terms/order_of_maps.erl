%% Maps by size, then keys, then values
-module(order_of_maps).
-export([start/0]).

start() ->
    Maps = [#{}, #{1 => a}, #{2 => a}, #{1 => b}, #{1 => a, 2 => b}, #{1.0 => a}, #{a => 1}, #{1 => a, a => 0}],
    show([maps:to_list(M) || M <- lists:sort(Maps), map_size(M) < 2]),
    show([A < B || A <- Maps, B <- Maps]),
    show([#{1 => a} == #{1.0 => a}, #{1 => 1} == #{1 => 1.0}, #{1 => 1} =:= #{1 => 1.0}]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
