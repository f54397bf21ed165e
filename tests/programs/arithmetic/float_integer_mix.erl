%% Loops that mix floats with integers until the types change.
-module(float_integer_mix).
-export([start/0]).

start() ->
    io:format("~w~n", [sum([1, 2, 3], 0)]),
    io:format("~w~n", [sum([1, 2.0, 3], 0)]),
    io:format("~w~n", [sum([0.5, 1 bsl 70, -(1 bsl 70)], 0)]),
    io:format("~w~n", [[double(X) || X <- [1, 1.0, 1 bsl 60, -0.5]]]),
    io:format("~w~n", [newton(10, 3)]),
    io:format("~w~n", [pi(2000, 0, 1, 0.0)]),
    io:format("~w~n", [[float(X) || X <- [0, 1, -3, 1 bsl 53, 1 bsl 64, 1.25]]]),
    io:format("~w~n", [compound(1000, 5, 10)]),
    io:format("~w~n", [average([], 0, 0)]),
    io:format("~w~n", [average([3, 4, 5.0, 6], 0, 0)]),
    ok.

sum([], Sum) -> Sum;
sum([X | Rest], Sum) -> sum(Rest, Sum + X).

double(X) -> X + X.

newton(X, N) -> newton(X, N, X / 2).

newton(_, 0, Guess) -> Guess;
newton(X, N, Guess) -> newton(X, N - 1, Guess - (Guess * Guess - X) / (2 * Guess)).

pi(N, N, _, Sum) -> 4 * Sum;
pi(N, I, Sign, Sum) -> pi(N, I + 1, -Sign, Sum + Sign / (2 * I + 1)).

compound(Money, _, 0) -> Money;
compound(Money, Percent, Years) -> compound(Money * (1 + Percent / 100), Percent, Years - 1).

average([], _, 0) -> none;
average([], Sum, Count) -> Sum / Count;
average([X | Rest], Sum, Count) -> average(Rest, Sum + X, Count + 1).
