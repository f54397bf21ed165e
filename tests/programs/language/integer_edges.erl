%% Integers at the borders of small and long, through every operator, both ways.
-module(integer_edges).
-export([start/0]).

start() ->
    Edges = [1 bsl 27, 1 bsl 28, 1 bsl 31, 1 bsl 32, 1 bsl 59, 1 bsl 60, 1 bsl 63, 1 bsl 64, 1 bsl 127],
    [io:format("~w~n", [[N - 1, N, -N, -N - 1, (N - 1) + 1 =:= N, (-N - 1) + 1 =:= -N, N * -1, abs(-N), N bsr 1, -N bsr 1, (-N - 1) bsr 1]]) || N <- Edges],
    [io:format("~w~n", [[N div 3, N rem 3, -N div 3, -N rem 3, N div -7, N rem -7, bnot N, N band (N - 1), N bor 1, N bxor -1]]) || N <- Edges],
    [io:format("~w~n", [[(N - 1) * (N - 1), (N - 1) * -N, N * N - N * N, (N * N) div N, (N * N + 5) rem N]]) || N <- Edges],
    io:format("~w~n", [[A =:= B || A <- Edges, B <- [id(A + 1) - 1, id(A * 2) div 2, (A bsl 10) bsr 10, -(-A)]]]),
    io:format("~w~n", [lists:sort([S * (N + D) || N <- Edges, S <- [1, -1], D <- [-1, 0, 1]])]),
    io:format("~w~n", [[{A < B, A > B, A == B, A =< B} || A <- [1 bsl 60, 1.0e18, -(1 bsl 60)], B <- [1152921504606846976, 1.152921504606846976e18, (1 bsl 60) - 1]]]),
    io:format("~w~n", [[lists:foldl(fun(_, Acc) -> Acc * 1000003 end, 1, lists:seq(1, 10)), lists:foldl(fun(_, Acc) -> Acc div 1000003 end, 1000003 * 1000003 * 1000003, [1, 2, 3])]]),
    io:format("~w~n", [[erlang:phash2(N) || N <- Edges]]),
    ok.

id(X) -> X.
