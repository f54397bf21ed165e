%% Funs composed, partially applied, flipped, memoised, retried.
-module(partial_and_composed).
-export([start/0]).

start() ->
    Inc = fun(X) -> X + 1 end,
    Double = fun(X) -> X * 2 end,
    show([(compose([Inc, Double]))(5), (compose([Double, Inc]))(5), (compose([]))(5)]),
    show([(partial(fun(A, B, C) -> {A, B, C} end, [1, 2]))(3), (flip(fun(A, B) -> A - B end))(1, 10)]),
    show([(times(5, Double))(1), (until(fun(X) -> X > 100 end, Double))(3)]),
    Memo = memo(fun(N) -> put(calls, get(calls) + 1), N * N end),
    put(calls, 0),
    show([[Memo(N) || N <- [2, 3, 2, 2, 3]], get(calls)]),
    put(tries, 0),
    show(retry(3, fun() -> put(tries, get(tries) + 1), case get(tries) of 3 -> third; _ -> error(again) end end)),
    show([(both(fun is_atom/1, fun(A) -> A =/= b end))(X) || X <- [a, b, 1]]),
    show(lists:map(partial(fun erlang:'+'/2, [10]), [1, 2])),
    show([F(4) || F <- juxt([Inc, Double, fun integer_to_list/1])]),
    ok.

compose(Fs) -> fun(X) -> lists:foldl(fun(F, A) -> F(A) end, X, Fs) end.

partial(F, Args) -> fun(X) -> apply(F, Args ++ [X]) end.

flip(F) -> fun(A, B) -> F(B, A) end.

times(0, _) -> fun(X) -> X end;
times(N, F) -> fun(X) -> (times(N - 1, F))(F(X)) end.

until(P, F) -> fun Loop(X) -> case P(X) of true -> X; false -> Loop(F(X)) end end.

memo(F) -> fun(X) -> case get({memo, X}) of undefined -> V = F(X), put({memo, X}, V), V; V -> V end end.

retry(1, F) -> F();
retry(N, F) -> try F() catch _:_ -> retry(N - 1, F) end.

both(F, G) -> fun(X) -> F(X) andalso G(X) end.

juxt(Fs) -> Fs.

show(Term) -> io:format("~0p~n", [Term]).
