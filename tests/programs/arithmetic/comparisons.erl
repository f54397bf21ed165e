%% == and =:=, < and =<, among integers, big integers and floats.
-module(comparisons).
-export([start/0, id/1]).

start() ->
    Big = 1 bsl 70,
    Numbers = [-Big, -1.5, -1, 0, 1, 1.0, 1.5, 2, 9007199254740992, 9007199254740992.0, 9007199254740993,
               Big - 1, Big, float(Big), Big + 1, 1.0e300, 1 bsl 1100],
    [erlang:display([compare(A, B) || B <- Numbers]) || A <- Numbers],
    erlang:display({id(1) == 1.0, id(1) =:= 1.0, id(1) /= 1.0, id(1) =/= 1.0}),
    erlang:display({id(0) == -0.0, id({1, 2.0}) == {1.0, 2}, id([1]) =:= [1.0]}),
    erlang:display({min(id(1), 1.0) =:= 1, max(id(1), 1.0) =:= 1, min(id(2), a), max(id(b), "b")}),
    ok.

compare(A, B) when A =:= B -> same;
compare(A, B) when A == B -> equal;
compare(A, B) when A < B -> true = A =< B, true = B > A, true = B >= A, less;
compare(A, B) when A > B -> true = A >= B, true = B < A, more.

id(X) -> X.
