%% Variables of funs, cases, tries and comprehensions: what is seen outside.
-module(nested_funs_and_scopes).
-export([start/0]).

start() ->
    A = 1,
    F = fun(A1) -> fun(B) -> fun(C) when C > A -> {A, A1, B, C}; (C) -> {small, C} end end end,
    show([((F(x))(y))(C) || C <- [0, 1, 2]]),
    case A of 1 -> B = one; _ -> B = other end,
    show(B),
    C = begin D = 5, D + 1 end,
    show({C, D}),
    E = case {C, D} of {6, G} when G =:= 5 -> G; _ -> none end,
    show(E),
    {ok, H} = try {ok, A + 1} catch _:_ -> error end,
    show(H),
    I = [J || J <- [1, 2, 3], J > A],
    show(I),
    L = if A > 5 -> big; A =:= 1 -> exactly; true -> small end,
    show(L),
    M = (fun() -> N = 10, N * N end)(),
    show(M),
    {P, Q} = {Q1, _} = {1, 2},
    show({P, Q, Q1}),
    [R | [S | T]] = [1, 2, 3, 4],
    show({R, S, T}),
    #{k := U} = V = #{k => w},
    show({U, V}),
    W = X = Y = 3,
    show(W + X + Y),
    Fs = [fun() -> Z * A end || Z <- [1, 2, 3]],
    show([Fn() || Fn <- Fs]),
    show(lists:map(fun({K, Vv}) -> K ++ Vv; (Other) -> Other end, [{"a", "b"}, c])),
    self() ! {value, 42},
    receive {value, Got} -> ok end,
    show(Got),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
