%% Comprehensions in comprehensions: lists, binaries and maps of each other.
-module(comprehensions_nested_deep).
-export([start/0]).

start() ->
    M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
    show([[lists:nth(I, Row) || Row <- M] || I <- [1, 2, 3]]),
    show([{X, Y, Z} || X <- lists:seq(1, 15), Y <- lists:seq(X, 15), Z <- [trunc(math:sqrt(X * X + Y * Y))], Z =< 15, X * X + Y * Y =:= Z * Z]),
    show([[{X, Y} || Y <- "ab", X =/= Y] || X <- "ab"]),
    show([X || L <- [[1, 2], [], [3, [4]]], X <- L, is_integer(X)]),
    show(<< << <<X, (Y * 2)>> || <<Y>> <= <<1, 2>> >> || X <- [10, 20] >>),
    show([[B || <<B:1>> <= <<N:4>>] || N <- [5, 10]]),
    show([lists:sum([A * B || {A, B} <- lists:zip(R, C)]) || R <- M, C <- M]),
    show([F(2) || F <- [fun(X) -> [X * Y || Y <- [1, 2]] end, fun(X) -> << <<X:4>> || _ <- [1, 2] >> end]]),
    show([{K, [V || {K2, V} <- [{a, 1}, {b, 2}, {a, 3}], K2 =:= K]} || K <- [a, b, c]]),
    show(lists:usort([lists:sort([A, B, C]) || A <- [1, 2, 3], B <- [1, 2, 3], C <- [1, 2, 3], A + B + C =:= 6])),
    show([catch [throw({X, Y}) || Y <- [5, 6], Y > X] || X <- [4, 5, 6]]),
    show([begin [put(N, N * N) || N <- [1, 2, 3]], [get(N) || N <- [3, 2, 1]] end || _ <- [x]]),
    show([Q || P <- [[a, b], [c]], {Q, _} <- [{X, 1} || X <- P]]),
    show([X || X <- [Y || Y <- [Z || Z <- lists:seq(1, 20), Z rem 2 =:= 0], Y rem 3 =:= 0], X > 6]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
