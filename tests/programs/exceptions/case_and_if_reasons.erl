%% No clause of a case, an if, a try or a fun
-module(case_and_if_reasons).
-export([start/0]).

start() ->
    each(fun(V) -> case V of 1 -> one; {_, _} -> pair end end, [1, {a, b}, 2, [x], 1.0]),
    each(fun(V) -> if V > 10 -> large; V < 0 -> small end end, [11, -1, 5, a]),
    each(fun(V) -> try V of 1 -> one catch _:_ -> caught end end, [1, 2]),
    show(caught(fun() -> only_one(2) end)),
    F = fun(1) -> one end,
    show(caught(fun() -> F(3) end)),
    ok.

only_one(1) -> one.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
