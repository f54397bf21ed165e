%% Closures over one, many, nested and rebound variables; funs in data.
-module(closure_captures).
-export([start/0]).

start() ->
    [A, B, C, D, E, F, G, H] = lists:seq(1, 8),
    Many = fun(X) -> [A, B, C, D, E, F, G, H, X] end,
    show(Many(9)),
    show(erlang:fun_info(Many, env)),
    Nested = fun(X) -> fun(Y) -> fun(Z) -> {A, X, Y, Z} end end end,
    show(((Nested(x))(y))(z)),
    Adders = [fun(N) -> N + K end || K <- [1, 10, 100]],
    show([Add(5) || Add <- Adders]),
    show(lists:foldl(fun(Add, Acc) -> Add(Acc) end, 0, Adders)),
    Shadow = fun(A) -> A * 2 end,
    show({Shadow(21), A}),
    Counter = counter(0),
    {V1, Next1} = Counter(),
    {V2, Next2} = Next1(),
    {V3, _} = Next2(),
    show([V1, V2, V3]),
    Map = #{double => fun(X) -> X * 2 end, square => fun(X) -> X * X end},
    show([(maps:get(K, Map))(7) || K <- [double, square]]),
    Self = self(),
    Pid = spawn(fun() -> receive {run, Fun} -> Self ! {result, Fun(A)} end end),
    Pid ! {run, fun(X) -> {X, B, self() =:= Pid} end},
    show(receive {result, R} -> R end),
    Fact = fun Fact(0) -> 1; Fact(N) -> N * Fact(N - 1) end,
    show(Fact(20)),
    Compose = fun(Fs) -> fun(X) -> lists:foldl(fun(Fn, Acc) -> Fn(Acc) end, X, Fs) end end,
    show((Compose([fun(X) -> X + 1 end, fun(X) -> X * X end, fun integer_to_list/1]))(4)),
    Case = case B of 2 -> fun() -> two end; _ -> fun() -> other end end,
    show(Case()),
    Guarded = fun(X) when X > C -> greater; (X) when X =:= C -> equal; (_) -> less end,
    show([Guarded(X) || X <- [2, 3, 4]]),
    Pattern = fun({A1, [B1 | _]}, #{k := C1}) -> {A1, B1, C1, D} end,
    show(Pattern({1, [2, 3]}, #{k => v})),
    Binary = fun(<<L, T:L/binary, _/binary>>) -> {T, E} end,
    show(Binary(<<2, "abcd">>)),
    ok.

counter(N) -> fun() -> {N, counter(N + 1)} end.

show(Term) -> io:format("~0p~n", [Term]).
