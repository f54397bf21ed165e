%% Ackermann's function: deep, non-tail recursion.
-module(ackermann).
-export([start/0]).

start() ->
    [erlang:display({M, N, ackermann(M, N)}) || M <- [0, 1, 2], N <- [0, 1, 5, 10]],
    erlang:display(ackermann(3, 5)),
    ok.

ackermann(0, N) -> N + 1;
ackermann(M, 0) -> ackermann(M - 1, 1);
ackermann(M, N) -> ackermann(M - 1, ackermann(M, N - 1)).
