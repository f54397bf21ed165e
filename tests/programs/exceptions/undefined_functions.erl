%% Calls of functions that are not there say which
-module(undefined_functions).
-export([start/0]).

start() ->
    M = list_to_atom("no_such_module"),
    show(caught(fun() -> M:f(1) end)),
    show(caught(fun() -> lists:no_such_function() end)),
    show(caught(fun() -> apply(M, f, []) end)),
    show(caught(fun() -> (fun M:g/2)(1, 2) end)),
    try
        M:f(1, {a}, "x")
    catch
        error:undef:Trace -> show(hd([{Where, Function, Arguments} || {Where, Function, Arguments, _} <- Trace]))
    end,
    each(fun(X) -> X:start() end, [1, {m}, <<"m">>]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
