%% Zip generators and strict generators of OTP 28: in step, of unequal lengths.
-module(zipped_generators).
-export([start/0]).

start() ->
    show([{X, Y} || X <- [1, 2, 3] && Y <- [a, b, c]]),
    show([X + Y + Z || X <- [1, 2] && Y <- [10, 20] && Z <- [100, 200]]),
    show([{X, Y} || X <- [1, 2] && <<Y>> <= <<7, 8>>]),
    show(lists:sort(maps:to_list(#{K => V || K <- [a, b] && V <- [1, 2]}))),
    show([{X, Y, Z} || X <- [1, 2] && Y <- [a, b], Z <- [p, q]]),
    show([X || X <- [1, 2, 3] && Y <- [1, 0, 1], Y =:= 1]),
    show([try [{X, Y} || X <- id(A) && Y <- id(B)] catch error:R -> R end || {A, B} <- [{[1], [1, 2]}, {[1, 2], [1]}, {[], []}, {x, [1]}]]),
    show([X || {ok, X} <:- [{ok, 1}, {ok, 2}]]),
    show([try [X || {ok, X} <:- id(L)] catch error:R -> R end || L <- [[{ok, 1}, error], [], [{ok, 1} | x]]]),
    show([X || <<X:4>> <:= <<16#12, 16#34>>]),
    show([try [X || <<X:16>> <:= id(B)] catch error:R -> R end || B <- [<<1, 2, 3>>, <<1, 2>>]]),
    show([{X, Y} || {X, a} <- [{1, a}, {2, b}] && Y <- [p, q]]),
    ok.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).
