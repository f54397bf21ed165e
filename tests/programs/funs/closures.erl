%% Funs that carry their surroundings: counters, adders, currying, composition.
-module(closures).
-export([start/0]).

start() ->
    Add = fun(X) -> fun(Y) -> X + Y end end,
    AddTen = Add(10),
    erlang:display(AddTen(5)),
    erlang:display((Add(1))(2)),
    erlang:display([F(100) || F <- [Add(N) || N <- [1, 2, 3]]]),
    Compose = fun(F, G) -> fun(X) -> F(G(X)) end end,
    Twice = fun(X) -> X * 2 end,
    erlang:display((Compose(Twice, AddTen))(1)),
    erlang:display((Compose(AddTen, Twice))(1)),
    A = 1, B = two, C = "three", D = {4}, E = 5.0, F = <<6>>, G = [7 | 8],
    Many = fun() -> {A, B, C, D, E =:= 5.0, F, G} end,
    erlang:display(Many()),
    Shadow = fun(A1) -> B1 = A1 + A, fun(A2) -> {A1, A2, B1} end end,
    erlang:display((Shadow(10))(20)),
    Factorial = fun Self(0) -> 1; Self(N) -> N * Self(N - 1) end,
    erlang:display(Factorial(25)),
    Fib = fun Fib(N) when N < 2 -> N; Fib(N) -> Fib(N - 1) + Fib(N - 2) end,
    erlang:display(Fib(15)),
    Clauses = fun(0) -> zero; (N) when N < 0 -> negative; ([]) -> nil; (_) -> other end,
    erlang:display([Clauses(X) || X <- [0, -1, [], x]]),
    ok.
