%% Factorials, binomials, Fibonacci numbers and their digits.
-module(long_factorials).
-export([start/0]).

start() ->
    F100 = lists:foldl(fun erlang:'*'/2, 1, lists:seq(1, 100)),
    io:format("~w~n", [F100]),
    io:format("~w~n", [lists:sum([C - $0 || C <- integer_to_list(F100)])]),
    io:format("~w~n", [tree(1, 100) =:= F100]),
    io:format("~w~n", [[F100 rem (1 bsl N) || N <- [90, 97, 98, 128]]]),
    io:format("~w~n", [lists:foldl(fun(N, Q) -> Q div N end, F100, lists:seq(1, 99))]),
    io:format("~w~n", [binomial(100, 50)]),
    io:format("~w~n", [lists:sum([binomial(64, K) || K <- lists:seq(0, 64)]) =:= 1 bsl 64]),
    io:format("~w~n", [fib(300)]),
    io:format("~w~n", [[fib(N) * fib(N) - fib(N - 1) * fib(N + 1) || N <- [10, 11, 200, 201]]]),
    io:format("~w~n", [length(integer_to_list(tree(1, 1000)))]),
    io:format("~w~n", [erlang:phash2(tree(1, 500))]),
    io:format("~w~n", [sqrt(1 bsl 200 + 12345)]),
    io:format("~w~n", [catalan(50)]),
    io:format("~s~n", [integer_to_list(tree(1, 60), 36)]),
    ok.

tree(A, A) -> A;
tree(A, B) -> M = (A + B) div 2, tree(A, M) * tree(M + 1, B).

binomial(N, K) -> lists:foldl(fun(I, Acc) -> Acc * (N - I + 1) div I end, 1, lists:seq(1, K)).

fib(N) -> fib(N, 0, 1).

fib(0, A, _) -> A;
fib(N, A, B) -> fib(N - 1, B, A + B).

sqrt(N) -> sqrt(N, N).

sqrt(N, X) -> case (X + N div X) div 2 of Y when Y < X -> sqrt(N, Y); _ -> X end.

catalan(N) -> binomial(2 * N, N) div (N + 1).
