%% Counting and finding bits
-module(bit_counts).
-export([start/0]).

start() ->
    show([count(N) || N <- [0, 1, 7, 255, 1 bsl 40, (1 bsl 100) - 1]]),
    show([{N, evil(N)} || N <- lists:seq(0, 10)]),
    show([highest(N) || N <- [1, 2, 3, 1000, 1 bsl 64, (1 bsl 90) + 1]]),
    ok.

count(0) -> 0;
count(N) -> 1 + count(N band (N - 1)).

evil(N) -> count(N) rem 2 =:= 0.

highest(1) -> 0;
highest(N) -> 1 + highest(N bsr 1).

show(Term) -> io:format("~0p~n", [Term]).
