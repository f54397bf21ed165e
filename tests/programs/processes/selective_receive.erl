%% A receive picks what it wants and leaves the rest in order.
-module(selective_receive).
-export([start/0]).

start() ->
    [self() ! M || M <- [{a, 1}, {b, 1}, {a, 2}, {c, 1}, {b, 2}, {a, 3}]],
    receive {b, X} -> erlang:display({b, X}) end,
    receive {c, Y} -> erlang:display({c, Y}) end,
    receive {b, Z} -> erlang:display({b, Z}) end,
    receive {d, W} -> erlang:display({d, W}) after 0 -> erlang:display(no_d) end,
    receive {a, A} when A > 2 -> erlang:display({a, A}) end,
    erlang:display(flush()),
    Wanted = 7,
    [self() ! N || N <- lists:seq(1, 10)],
    receive Wanted -> erlang:display({wanted, Wanted}) end,
    erlang:display(flush()),
    receive _ -> erlang:display(something) after 5 -> erlang:display(nothing) end,
    ok.

flush() ->
    receive Message -> [Message | flush()] after 0 -> [] end.
