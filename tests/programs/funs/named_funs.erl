%% Funs that call themselves
-module(named_funs).
-export([start/0]).

start() ->
    show(caught(fun() -> (fun F(0) -> 1; F(N) -> N * F(N - 1) end)(20) end)),
    show(caught(fun() -> (fun Fib(N) when N < 2 -> N; Fib(N) -> Fib(N - 1) + Fib(N - 2) end)(15) end)),
    show(caught(fun() -> (fun Loop([], A) -> A; Loop([H | T], A) -> Loop(T, [H | A]) end)("abc", []) end)),
    show(caught(fun() -> (fun Even(0) -> true; Even(N) -> (fun Odd(0) -> false; Odd(M) -> Even(M - 1) end)(N - 1) end)(10) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
