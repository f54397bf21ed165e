%% Calls and small arithmetic: the naive Fibonacci numbers.
-module(fib).
-export([start/0, run/1]).

start() -> run(40).

run(N) -> fib(N).

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
