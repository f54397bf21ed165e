%% Determinants with whole numbers
-module(determinants).
-export([start/0]).

start() ->
    show([determinant(M) || M <- [[[5]], [[1, 2], [3, 4]], [[2, 0, 1], [1, 3, 2], [1, 1, 1]], [[1, 2], [2, 4]]]]),
    show(determinant([[(R * C) rem 7 + R || C <- lists:seq(1, 6)] || R <- lists:seq(1, 6)])),
    ok.

determinant([]) -> 1;
determinant([First | Rest]) ->
    lists:sum([sign(N) * X * determinant([without(N, R) || R <- Rest]) || {N, X} <- lists:zip(lists:seq(1, length(First)), First)]).

sign(N) when N rem 2 =:= 1 -> 1;
sign(_) -> -1.

without(N, L) -> {A, [_ | B]} = lists:split(N - 1, L), A ++ B.

show(Term) -> io:format("~0p~n", [Term]).
