%% Processes whose behaviour is a fun that they are told to replace.
-module(state_in_funs).
-export([start/0]).

start() ->
    P = spawn(fun() -> behave(fun(N) when is_integer(N) -> N + 1; (_) -> unknown end) end),
    show([ask(P, 1), ask(P, a)]),
    show(become(P, fun(X) -> {wrapped, X} end)),
    show(ask(P, 1)),
    Counter = 5,
    show(become(P, fun(X) -> X * Counter end)),
    show(ask(P, 8)),
    show(become(P, fun lists:reverse/1)),
    show(ask(P, [1, 2, 3])),
    lists:foreach(fun(N) -> become(P, fun(X) -> X + N end) end, lists:seq(1, 100)),
    show(ask(P, 1)),
    show(become(P, fun(_) -> throw(ball) end)),
    show(ask(P, x)),
    show(become(P, fun(F) when is_function(F) -> F() end)),
    Me = self(),
    show(ask(P, fun() -> self() =/= Me end)),
    show(ask(P, fun() -> spawn(fun() -> Me ! from_grandchild end), receive after 5 -> ok end end)),
    show(receive from_grandchild -> heard after 100 -> not_heard end),
    ok.

behave(F) ->
    receive
        {become, From, G} -> From ! {self(), ok}, behave(G);
        {ask, From, X} -> From ! {self(), try F(X) catch C:R -> {C, R} end}, behave(F)
    end.

ask(P, X) -> P ! {ask, self(), X}, receive {P, Y} -> Y after 500 -> none end.

become(P, F) -> P ! {become, self(), F}, receive {P, Y} -> Y after 500 -> none end.

show(Term) -> io:format("~0p~n", [Term]).
