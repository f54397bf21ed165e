%% Functions of the same name and other arities, exported, local.
-module(zero_and_many_arities).

-export([start/0, f/0, f/1, f/2, f/3, f/4, f/10]).

start() ->
    show([f(), f(1), f(1, 2), f(1, 2, 3), f(1, 2, 3, 4), f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)]),
    show([apply(?MODULE, f, lists:seq(1, N)) || N <- [0, 1, 2, 3, 4, 10]]),
    show([apply(fun f/2, [a, b]), apply(fun ?MODULE:f/3, [a, b, c])]),
    show([try apply(?MODULE, f, lists:seq(1, N)) catch error:undef -> {undef, N} end || N <- [5, 9, 11, 255]]),
    show([erlang:function_exported(?MODULE, f, N) || N <- lists:seq(0, 11)]),
    show([{A, (fun ?MODULE:f/A)} || A <- [0, 10, 200]]),
    show([try (fun f/2)(1) catch error:{badarity, {F, Args}} -> {badarity, is_function(F, 2), Args} end]),
    show([g(), g(1), g([])]),
    show(lists:map(fun g/1, [a, [], 1])),
    show([element(2, erlang:fun_info(fun ?MODULE:f/A, arity)) || A <- [0, 3]]),
    ok.

f() -> zero.
f(A) -> {one, A}.
f(A, B) -> {two, A, B}.
f(A, B, C) -> {three, A, B, C}.
f(A, B, C, D) -> {four, [A, B, C, D]}.
f(A, B, C, D, E, F, G, H, I, J) -> {ten, A + B + C + D + E + F + G + H + I + J}.

g() -> g(none).
g(none) -> nothing;
g([]) -> empty;
g(X) when is_integer(X) -> {integer, X};
g(X) -> {other, X}.

show(Term) -> io:format("~0p~n", [Term]).
