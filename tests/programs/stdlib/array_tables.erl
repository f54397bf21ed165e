%% Tables of two dimensions in arrays: sieves, triangles, counts.
-module(array_tables).
-export([start/0]).

start() ->
    S = lists:foldl(fun(P, A) -> case array:get(P, A) of true -> lists:foldl(fun(M, B) -> array:set(M, false, B) end, A, lists:seq(P * P, 100, P)); false -> A end end, array:new([{size, 101}, {default, true}]), lists:seq(2, 10)),
    show([N || N <- lists:seq(2, 100), array:get(N, S)]),
    T = lists:foldl(fun(R, A) -> array:set(R, array:from_list([binomial(R, K) || K <- lists:seq(0, R)]), A) end, array:new(), lists:seq(0, 8)),
    show([array:to_list(Row) || Row <- array:to_list(T)]),
    show([array:size(T), array:size(array:get(8, T)), array:get(4, array:get(8, T))]),
    C = lists:foldl(fun(Ch, A) -> array:set(Ch, array:get(Ch, A) + 1, A) end, array:new([{default, 0}]), "hello world"),
    show([{[I], N} || {I, N} <- array:sparse_to_orddict(C)]),
    show(array:foldl(fun(_, N, Sum) -> Sum + N end, 0, C)),
    show(array:sparse_foldr(fun(I, N, Acc) -> [{I, N} || N > 1] ++ Acc end, [], C)),
    show(array:to_list(array:map(fun(I, X) -> I * X end, array:from_list([5, 6, 7])))),
    ok.

binomial(_, 0) -> 1;
binomial(N, N) -> 1;
binomial(N, K) -> binomial(N - 1, K - 1) + binomial(N - 1, K).

show(Term) -> io:format("~0p~n", [Term]).
