%% Funs that make funs
-module(compositions).
-export([start/0]).

start() ->
    Inc = fun(X) -> X + 1 end,
    Double = fun(X) -> X * 2 end,
    show((compose([Inc, Double]))(5)),
    show((compose([Double, Inc]))(5)),
    show((compose([]))(5)),
    show(is_function((curry(fun(A, B) -> {A, B} end))(1), 1)),
    show(((curry(fun(A, B) -> A - B end))(10))(3)),
    show([F(10) || F <- [fun(X) -> X + N end || N <- [1, 2, 3]]]),
    show(lists:foldl(fun(F, X) -> F(X) end, 1, lists:duplicate(10, Double))),
    ok.

compose(Funs) -> lists:foldr(fun(F, G) -> fun(X) -> F(G(X)) end end, fun(X) -> X end, Funs).

curry(F) -> fun(A) -> case erlang:fun_info(F, arity) of {arity, 2} -> fun(B) -> F(A, B) end end end.

show(Term) -> io:format("~0p~n", [Term]).
