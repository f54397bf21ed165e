%% Sums, products and comparisons over lists that mix integers of all sizes.
-module(mixed_number_sums).
-export([start/0]).

start() ->
    L = [1, 2.5, 1 bsl 60, -3, 1.0e10, 0, -0.5, 1 bsl 70],
    io:format("~w~n", [[A + B || A <- L, B <- L]]),
    io:format("~w~n", [[A * B || A <- L, B <- L]]),
    io:format("~w~n", [[A - B || A <- L, B <- L]]),
    io:format("~w~n", [[{A == B, A < B} || A <- [1, 1.0, 1 bsl 53, 9007199254740993, 9007199254740992.0, 1.0e16], B <- [1, 1.0, 1 bsl 53, 9007199254740993, 9007199254740992.0, 1.0e16]]]),
    io:format("~w~n", [[float(X) || X <- L]]),
    io:format("~w~n", [[trunc(X) || X <- L]]),
    io:format("~w~n", [[abs(X) || X <- L]]),
    io:format("~w~n", [lists:sort(L)]),
    io:format("~w~n", [[try A / B catch error:R -> R end || A <- L, B <- [0, 0.0, 2, -4.0]]]),
    io:format("~w~n", [[-X || X <- L]]),
    io:format("~w~n", [[max(A, B) || A <- L, B <- [0, 1.0e10]]]),
    io:format("~w~n", [lists:foldl(fun(N, S) -> S + 1 / N end, 0, lists:seq(1, 20))]),
    io:format("~w~n", [lists:foldr(fun(N, S) -> 1 / N + S end, 0.0, lists:seq(1, 20))]),
    ok.
