%% The towers of Hanoi: moves listed and counted.
-module(hanoi).
-export([start/0]).

start() ->
    erlang:display(moves(1, left, middle, right)),
    erlang:display(moves(3, left, middle, right)),
    erlang:display(length(moves(10, a, b, c))),
    erlang:display(count(12)),
    ok.

moves(0, _, _, _) -> [];
moves(N, From, By, To) -> moves(N - 1, From, To, By) ++ [{From, To}] ++ moves(N - 1, By, From, To).

count(0) -> 0;
count(N) -> 2 * count(N - 1) + 1.
