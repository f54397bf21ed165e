%% What a fun says of itself
-module(fun_info).
-export([start/0]).

start() ->
    show(caught(fun() -> erlang:fun_info(fun lists:map/2, arity) end)),
    show(caught(fun() -> erlang:fun_info(fun lists:map/2, module) end)),
    show(caught(fun() -> erlang:fun_info(fun lists:map/2, name) end)),
    show(caught(fun() -> erlang:fun_info(fun lists:map/2, type) end)),
    show(caught(fun() -> erlang:fun_info(fun(_) -> a end, arity) end)),
    show(caught(fun() -> erlang:fun_info(fun(_) -> a end, type) end)),
    show(caught(fun() -> erlang:fun_info(fun(_) -> a end, module) end)),
    show(caught(fun() -> begin X = 1, Y = {2}, erlang:fun_info(fun() -> {X, Y} end, env) end end)),
    show(caught(fun() -> erlang:fun_info(not_a_fun, arity) end)),
    show(caught(fun() -> erlang:fun_info(fun() -> a end, colour) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
