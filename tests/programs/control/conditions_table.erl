%% if, case, guards and boolean operators that compute the same truth tables.
-module(conditions_table).
-export([start/0]).

start() ->
    B = [true, false],
    T = [{X, Y, Z} || X <- B, Y <- B, Z <- B],
    io:format("~w~n", [[f1(X, Y, Z) || {X, Y, Z} <- T]]),
    io:format("~w~n", [[f1(X, Y, Z) =:= f2(X, Y, Z) || {X, Y, Z} <- T]]),
    io:format("~w~n", [[f1(X, Y, Z) =:= f3(X, Y, Z) || {X, Y, Z} <- T]]),
    io:format("~w~n", [[f1(X, Y, Z) =:= f4({X, Y, Z}) || {X, Y, Z} <- T]]),
    io:format("~w~n", [[f1(X, Y, Z) =:= f5(X, Y, Z) || {X, Y, Z} <- T]]),
    io:format("~w~n", [[(X xor Y) =:= ((X or Y) and not (X and Y)) || {X, Y, _} <- T]]),
    io:format("~w~n", [[(not (X andalso Y)) =:= (not X orelse not Y) || {X, Y, _} <- T]]),
    io:format("~w~n", [[grade(N) || N <- [0, 49, 50, 64, 65, 79, 80, 100, 101, -1, x]]]),
    io:format("~w~n", [[triangle(A, C, D) || {A, C, D} <- [{3, 3, 3}, {3, 3, 5}, {3, 4, 5}, {1, 2, 3}, {0, 1, 1}, {a, b, c}]]]),
    ok.

f1(X, Y, Z) -> (X and Y) or (not Z).

f2(X, Y, Z) -> X andalso Y orelse not Z.

f3(X, Y, Z) -> if X, Y -> true; not Z -> true; true -> false end.

f4({true, true, _}) -> true;
f4({_, _, false}) -> true;
f4(_) -> false.

f5(X, Y, Z) when X, Y; not Z -> true;
f5(_, _, _) -> false.

grade(N) when not is_integer(N); N < 0; N > 100 -> invalid;
grade(N) when N >= 80 -> a;
grade(N) when N >= 65 -> b;
grade(N) when N >= 50 -> c;
grade(_) -> f.

triangle(A, B, C) when A + B > C, A + C > B, B + C > A ->
    if A =:= B, B =:= C -> equilateral; A =:= B; B =:= C; A =:= C -> isosceles; A * A + B * B =:= C * C -> right; true -> scalene end;
triangle(A, _, _) when is_integer(A) -> impossible;
triangle(_, _, _) -> no_numbers.
