%% Recursion through named funs, the Y combinator, tables of funs and mutual funs.
-module(recursion_by_fun).
-export([start/0]).

start() ->
    Fact = fun F(0) -> 1; F(N) -> N * F(N - 1) end,
    Even = fun Ev(0) -> true; Ev(N) -> (fun Od(0) -> false; Od(M) -> Ev(M - 1) end)(N - 1) end,
    Y = fun(G) -> (fun(X) -> X(X) end)(fun(X) -> G(fun(A) -> (X(X))(A) end) end) end,
    Fib = Y(fun(Self) -> fun(N) when N < 2 -> N; (N) -> Self(N - 1) + Self(N - 2) end end),
    Table = #{a => fun(T, N) -> (maps:get(b, T))(T, N + 1) end, b => fun(_, N) when N > 10 -> N; (T, N) -> (maps:get(a, T))(T, N * 2) end},
    show([Fact(20), [Even(N) || N <- [0, 1, 10, 11]], Fib(15), (maps:get(a, Table))(Table, 1)]),
    Loop = fun L(N, Acc) when N > 0 -> L(N - 1, [N | Acc]); L(0, Acc) -> length(Acc) end,
    show(Loop(50000, [])),
    Ackermann = fun A(0, N) -> N + 1; A(M, 0) -> A(M - 1, 1); A(M, N) -> A(M - 1, A(M, N - 1)) end,
    show(Ackermann(2, 5)),
    Walk = fun W({L, V, R}) -> W(L) ++ [V] ++ W(R); W(nil) -> [] end,
    show(Walk({{nil, 1, nil}, 2, {{nil, 3, nil}, 4, nil}})),
    Cps = fun C(0, K) -> K(1); C(N, K) -> C(N - 1, fun(R) -> K(R * N) end) end,
    show(Cps(10, fun(R) -> {result, R} end)),
    Stream = fun S(N) -> [N | fun() -> S(N + 1) end] end,
    show(take(5, Stream(10))),
    Church = fun(N) -> fun(F) -> fun(X) -> lists:foldl(fun(_, Acc) -> F(Acc) end, X, lists:seq(1, N)) end end end,
    Add = fun(M, N) -> fun(F) -> fun(X) -> (M(F))((N(F))(X)) end end end,
    show((((Add(Church(3), Church(4)))(fun(X) -> X + 1 end))(0))),
    ok.

take(0, _) -> [];
take(N, [H | T]) -> [H | take(N - 1, T())].

show(Term) -> io:format("~0p~n", [Term]).
