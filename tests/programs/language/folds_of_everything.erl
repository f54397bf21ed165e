%% Folds over lists, maps, binaries, tuples, bits, trees and ranges.
-module(folds_of_everything).
-export([start/0]).

start() ->
    show(lists:foldl(fun(X, A) -> [X | A] end, [], "abc")),
    show(lists:foldr(fun(X, A) -> [X | A] end, [], "abc")),
    show(lists:sort(maps:fold(fun(K, V, A) -> [{V, K} | A] end, [], #{a => 1, b => 2}))),
    show(fold_binary(fun(B, A) -> A * 31 + B end, 7, <<"hash me">>)),
    show(fold_bits(fun(B, {N, A}) -> {N + 1, A + B * N} end, {0, 0}, <<16#A5, 5:3>>)),
    show(fold_tuple(fun(X, A) -> A + X end, 0, {1, 2, 3, 4})),
    show(fold_tree(fun(X, A) -> A ++ [X] end, [], {{nil, 1, nil}, 2, {nil, 3, {nil, 4, nil}}})),
    show(fold_range(fun(X, A) -> A * X end, 1, 1, 10)),
    show(lists:mapfoldl(fun(X, A) -> {A, A + X} end, 0, [1, 2, 3])),
    show(string:join(lists:foldr(fun(W, A) -> [string:uppercase(W) | A] end, [], ["a", "b"]), "-")),
    show(lists:foldl(fun(F, A) -> F(A) end, 3, [fun(X) -> X + 1 end, fun(X) -> X * 10 end, fun integer_to_list/1])),
    show(lists:foldl(fun({K, V}, M) -> M#{K => [V | maps:get(K, M, [])]} end, #{}, [{x, 1}, {x, 2}])),
    show(try lists:foldl(fun(X, _) when X > 2 -> throw({stop, X}); (X, _) -> X end, 0, [1, 2, 3, 4]) catch S -> S end),
    ok.

fold_binary(F, A, <<B, R/binary>>) -> fold_binary(F, F(B, A), R);
fold_binary(_, A, <<>>) -> A.

fold_bits(F, A, <<B:1, R/bits>>) -> fold_bits(F, F(B, A), R);
fold_bits(_, A, <<>>) -> A.

fold_tuple(F, A, T) -> lists:foldl(fun(I, S) -> F(element(I, T), S) end, A, lists:seq(1, tuple_size(T))).

fold_tree(_, A, nil) -> A;
fold_tree(F, A, {L, X, R}) -> fold_tree(F, F(X, fold_tree(F, A, L)), R).

fold_range(_, A, I, N) when I > N -> A;
fold_range(F, A, I, N) -> fold_range(F, F(I, A), I + 1, N).

show(Term) -> io:format("~0p~n", [Term]).
