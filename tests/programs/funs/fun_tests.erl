%% is_function/1,2 and what fun_info tells of local and external funs.
-module(fun_tests).
-export([start/0, id/1]).

start() ->
    A = id(1),
    Local = fun(X) -> X + A end,
    External = fun lists:reverse/1,
    Named = fun Loop(0) -> done; Loop(N) -> Loop(N - 1) end,
    All = [Local, External, Named, a, {lists, reverse}],
    erlang:display([is_function(F) || F <- All]),
    erlang:display([[is_function(F, N) || N <- [0, 1, 2]] || F <- All]),
    erlang:display([guarded(F) || F <- [fun() -> 0 end, Local, fun(_, _) -> 2 end, x]]),
    erlang:display([erlang:fun_info(F, arity) || F <- [Local, External, Named]]),
    erlang:display([erlang:fun_info(F, type) || F <- [Local, External]]),
    erlang:display(erlang:fun_info(Local, module)),
    erlang:display(erlang:fun_info(External, module)),
    erlang:display(erlang:fun_info(External, name)),
    erlang:display(erlang:fun_info(Local, env)),
    erlang:display(Local =:= Local),
    erlang:display(adder(1) =:= adder(1)),
    erlang:display(adder(1) =:= adder(2)),
    erlang:display(catch_error(fun() -> is_function(Local, id(-1)) end)),
    erlang:display(catch_error(fun() -> is_function(Local, id(x)) end)),
    erlang:display(Named(10)),
    ok.

adder(N) -> fun(X) -> X + N end.

guarded(F) when is_function(F, 0) -> F();
guarded(F) when is_function(F, 1) -> F(1);
guarded(F) when is_function(F) -> F(1, 2);
guarded(_) -> none.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
