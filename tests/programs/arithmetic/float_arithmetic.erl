%% Sums, products and quotients of floats, and of floats with integers.
-module(float_arithmetic).
-export([start/0, id/1]).

start() ->
    A = id(1.5),
    B = id(-0.25),
    io:format("~w ~w ~w ~w~n", [A + B, A - B, A * B, A / B]),
    io:format("~w ~w ~w ~w~n", [A + 1, 1 - A, 2 * B, 1 / B]),
    io:format("~w ~w ~w~n", [id(1) / 3, id(4) / 2, id(-7) / 2]),
    io:format("~w ~w~n", [id(0.1) + 0.2, id(1.0e16) + 1.0]),
    io:format("~w ~w ~w~n", [-A, abs(B), -id(0.0) == 0.0]),
    io:format("~w~n", [polynomial(id(0.5))]),
    io:format("~w~n", [mean([1, 2.5, 3, 4.25])]),
    io:format("~w ~w~n", [root(2.0, 1.0, 20), root(id(9), 1.0, 20)]),
    io:format("~w~n", [(id(1) bsl 80) * 1.0]),
    io:format("~w~n", [(id(1) bsl 80) / (id(1) bsl 79)]),
    io:format("~w~n", [lists:foldl(fun(X, S) -> S + 1.0 / X end, 0.0, lists:seq(1, 1000))]),
    ok.

polynomial(X) -> ((3.0 * X - 2.0) * X + 1.0) * X - 0.125.

mean(Numbers) -> lists:sum(Numbers) / length(Numbers).

root(_, Guess, 0) -> Guess;
root(X, Guess, N) -> root(X, (Guess + X / Guess) / 2, N - 1).

id(X) -> X.
