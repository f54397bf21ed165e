%% andalso and orelse: values of any kind on the right, evaluation order.
-module(andalso_orelse_values).
-export([start/0]).

start() ->
    show([true andalso 5, false andalso 5, true orelse 5, false orelse "x"]),
    show([true andalso side(a, x), false andalso side(b, x)]),
    show([true orelse side(c, x), false orelse side(d, x)]),
    [show({V, outcome(fun() -> V andalso 1 end), outcome(fun() -> V orelse 1 end), outcome(fun() -> not V end),
           outcome(fun() -> V and true end), outcome(fun() -> false or V end), outcome(fun() -> V xor true end)})
     || V <- [true, false, 1, [], truth, undefined, {true}]],
    show([chain(A, B, C) || A <- [true, false], B <- [true, false], C <- [true, false]]),
    show([prec(A, B, C) || A <- [true, false], B <- [true, false], C <- [true, false]]),
    show([if A andalso B; A =:= maybe_so -> yes; true -> no end || A <- [true, maybe_so, 1], B <- [true, 2]]),
    show(tail(10, fun(0) -> done; (_) -> true end)),
    show(outcome(fun() -> side(e, true) and side(f, 3) end)),
    show(outcome(fun() -> side(g, 3) or side(h, true) end)),
    ok.

chain(A, B, C) -> A andalso B orelse C.

prec(A, B, C) -> not A orelse B andalso not C.

tail(0, F) -> F(0);
tail(N, F) -> F(N) andalso tail(N - 1, F).

side(Name, Value) -> io:format("<~w>", [Name]), Value.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
