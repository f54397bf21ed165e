%% Fibonacci numbers, small and long
-module(fibonacci).
-export([start/0]).

start() ->
    show([fib(N) || N <- lists:seq(0, 20)]),
    show([fib(N) || N <- [50, 90, 91, 92, 93, 100, 200]]),
    show(length(integer_to_list(fib(2000)))),
    ok.

fib(N) -> fib(N, 0, 1).
fib(0, A, _) -> A;
fib(N, A, B) -> fib(N - 1, B, A + B).

show(Term) -> io:format("~0p~n", [Term]).
