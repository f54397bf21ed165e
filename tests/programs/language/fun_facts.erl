%% Funs of all kinds: info, equality, order, printing of external ones, arity.
-module(fun_facts).
-export([start/0]).

start() ->
    X = id(5),
    Local = fun local/1,
    External = fun lists:map/2,
    Variable = (fun(M, F, A) -> fun M:F/A end)(id(erlang), id(abs), id(1)),
    Closure = fun(Y) -> X + Y end,
    Plain = fun(Y) -> Y end,
    Named = fun Loop(0) -> 0; Loop(N) -> Loop(N - 1) end,
    Funs = [Local, External, Variable, Closure, Plain, Named],
    [show([erlang:fun_info(F, arity), erlang:fun_info(F, type), erlang:fun_info(F, module)]) || F <- Funs],
    show([element(2, erlang:fun_info(F, env)) || F <- [External, Variable, Closure, Plain]]),
    show([erlang:fun_info(F, name) || F <- [External, Variable]]),
    show([is_integer(element(2, erlang:fun_info(F, I))) || F <- [Local, Closure], I <- [index, new_index, uniq]]),
    show(byte_size(element(2, erlang:fun_info(Closure, new_uniq)))),
    show([External, Variable, fun erlang:self/0]),
    show([External =:= fun lists:map/2, make(1) =:= make(1), make(1) =:= make(2), Variable =:= fun erlang:abs/1]),
    show([is_function(F, 1) || F <- Funs]),
    show([Variable(-3), Closure(1), Plain(p), Named(10), External(Plain, [q]), Local(l)]),
    show([erlang:fun_info_mfa(F) || F <- [External]]),
    show([fun M:F/A || {M, F, A} <- [{m, f, 0}, {'Mod', 'a b', 3}]]),
    show(lists:sort([fun b:a/1, fun a:b/2, fun a:b/1, fun a:a/9])),
    show([outcome(fun() -> fun M:F/A end) || {M, F, A} <- [{1, f, 0}, {m, "f", 0}, {m, f, -1}, {m, f, 256}, {m, f, x}]]),
    show([outcome(fun() -> erlang:fun_info(F, K) end) || {F, K} <- [{x, arity}, {Plain, nothing}, {Plain, 5}]]),
    show([is_function(F, A) || {F, A} <- [{Plain, 1}, {Plain, 2}, {x, 1}, {Plain, 1 bsl 70}]]),
    show([outcome(fun() -> is_function(Plain, A) end) || A <- [-1, x, 1.0]]),
    ok.

local(X) -> {local, X}.

make(N) -> fun(X) -> X + N end.

id(X) -> X.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
