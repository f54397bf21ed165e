%% List generators: patterns, filters that fail, scopes, shadowing,.
-module(list_generators).
-export([start/0]).

start() ->
    X = outer,
    show([X || X <- [1, 2, 3]]),
    show(X),
    show([Y || {ok, Y} <- [{ok, 1}, error, {ok, 2}, {ok, 3, 4}]]),
    show([A || [A | _] <- [[1, 2], [], [3], x]]),
    show([K || #{k := K} <- [#{k => 1}, #{}, #{k => 2, z => 3}, notmap]]),
    show([B || <<B, _/bits>> <- [<<1, 2>>, <<>>, <<3>>, 5]]),
    show([Z || Z <- [1, a, 2.0, "s", {}], is_number(Z)]),
    show([Z || Z <- [1, a, 3], Z + 1 > 2]),
    show(outcome(fun() -> [Z || Z <- [1, a, 3], id(Z) + 1 > 2] end)),
    show(outcome(fun() -> [Z || Z <- [1, 2], id(Z)] end)),
    show(outcome(fun() -> [Z || Z <- [true, false], Z] end)),
    show(outcome(fun() -> [Z || Z <- id([1 | 2])] end)),
    show(outcome(fun() -> [Z || Z <- id(foo)] end)),
    show(outcome(fun() -> [Z || _ <- [1, 2], Z <- id(bar)] end)),
    show([{A, B} || A <- lists:seq(1, 4), B <- lists:seq(A, 4), A + B =:= 5]),
    show([[C || C <- lists:seq(1, N)] || N <- [0, 1, 3]]),
    show([fun() -> N * N end() || N <- [1, 2, 3]]),
    show([F() || F <- [fun() -> N end || N <- [1, 2, 3]]]),
    show([P || P <- [1, 2, 3, 4], Q <- [P rem 2], Q =:= 0]),
    show([begin self() ! N, receive M -> M * 10 end end || N <- [1, 2, 3]]),
    show([N || N <- [3, 1, 2], case N of 1 -> false; _ -> true end]),
    show([N || N <- [1, 2, 3], N =/= 2 andalso N < 3 orelse N =:= 3]),
    show(length([ok || _ <- lists:seq(1, 1000), _ <- [1, 2]])),
    show([X1 || X1 = {_, V} <- [{a, 1}, {b, 2}], V > 1]),
    ok.

id(X) -> X.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
