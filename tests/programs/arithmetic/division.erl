%% div and rem of every combination of signs, of small and of big integers.
-module(division).
-export([start/0, id/1]).

start() ->
    Big = id(1) bsl 80,
    [pair(A, B) || A <- [7, -7, 6, -6, 0], B <- [2, -2, 7, -7, 100]],
    [pair(A, B) || A <- [Big + 5, -Big - 5], B <- [3, -3, Big, -Big, Big - 1, 1 bsl 40]],
    [pair(A, B) || A <- [5, -5], B <- [Big, -Big]],
    pair(-(1 bsl 59), -1),
    pair(-(1 bsl 27), -1),
    pair(-(1 bsl 63), -1),
    ok.

pair(A, B) ->
    Quotient = id(A) div id(B),
    Remainder = id(A) rem id(B),
    true = Quotient * B + Remainder =:= A,
    erlang:display({A, B, Quotient, Remainder}).

id(X) -> X.
