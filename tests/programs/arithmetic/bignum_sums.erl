%% Sums and differences that carry through many words and shrink back to small.
-module(bignum_sums).
-export([start/0, id/1]).

start() ->
    Ones = id(1) bsl 192 - 1,
    erlang:display(Ones),
    erlang:display(Ones + 1),
    erlang:display(Ones + Ones),
    erlang:display(Ones + 1 - (id(1) bsl 192)),
    erlang:display((Ones + 1) - Ones),
    erlang:display(-Ones - 1),
    erlang:display(-Ones + Ones),
    erlang:display(Ones - (Ones bsl 64)),
    erlang:display(fibonacci(300, 0, 1)),
    erlang:display(lists:sum([N * N * N * N * N * N || N <- lists:seq(1, 2000)])),
    erlang:display(shrink(id(1) bsl 70, 0)),
    ok.

fibonacci(0, A, _) -> A;
fibonacci(N, A, B) -> fibonacci(N - 1, B, A + B).

shrink(0, Steps) -> Steps;
shrink(N, Steps) -> shrink(N - (N + 1) div 2, Steps + 1).

id(X) -> X.
