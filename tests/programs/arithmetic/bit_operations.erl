%% band, bor, bxor, bnot of small, negative and big integers.
-module(bit_operations).
-export([start/0, id/1]).

start() ->
    Big = id(16#FEDCBA9876543210F0F0F0F0),
    Values = [0, 1, -1, 16#55AA, -16#55AA, Big, -Big],
    [erlang:display({A, B, id(A) band id(B), id(A) bor id(B), id(A) bxor id(B)})
     || A <- Values, B <- Values, A =< B],
    [erlang:display({A, bnot id(A)}) || A <- Values],
    [true = (A band B) + (A bor B) =:= A + B || A <- Values, B <- Values],
    [true = (A bxor B) bxor B =:= A || A <- Values, B <- Values],
    ok.

id(X) -> X.
