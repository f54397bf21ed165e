%% The naive Fibonacci number of 22: short enough to count its instructions.
-module(fib_22).
-export([start/0]).

start() -> fib(22).

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
