%% Tables of floats and of numbers of both kinds.
-module(select_floats).
-export([start/0]).

start() ->
    erlang:display([float_name(F) || F <- [1.0, 2.0, 0.5, -1.5, 3.14, 1.0e100, 1, 2, 0.1 + 0.2, 0.3, x]]),
    erlang:display([number(N) || N <- [1, 1.0, 2, 2.0, 3, 3.0, 4]]),
    erlang:display([loose(N) || N <- [0, 0.0, 1, 1.0, 2.0, two]]),
    erlang:display([range(N) || N <- [-5, -0.5, 0, 0.5, 1, 1.5, 100, 1 bsl 70, infinity]]),
    ok.

float_name(1.0) -> one;
float_name(2.0) -> two;
float_name(0.5) -> half;
float_name(-1.5) -> minus;
float_name(3.14) -> pi;
float_name(1.0e100) -> huge;
float_name(0.3) -> third;
float_name(X) when is_float(X) -> {float, X > 0.3};
float_name(_) -> no_float.

number(1) -> integer_one;
number(1.0) -> float_one;
number(2) -> integer_two;
number(2.0) -> float_two;
number(3) -> integer_three;
number(X) -> {other, X == 3}.

loose(N) when N == 0 -> zero;
loose(N) when N =:= 1 -> one;
loose(N) when N == 1 -> almost_one;
loose(N) when N >= 2 -> more;
loose(_) -> less.

range(N) when N < 0 -> negative;
range(N) when N >= 0, N < 1 -> unit;
range(N) when N =< 1.0 -> one;
range(N) when N < 1.0e3 -> small;
range(N) when is_number(N) -> large;
range(_) -> no_number.
