%% When two funs are the same
-module(fun_equality).
-export([start/0]).

start() ->
    show(caught(fun() -> fun lists:map/2 =:= fun lists:map/2 end)),
    show(caught(fun() -> fun lists:map/2 =:= fun lists:filter/2 end)),
    show(caught(fun() -> fun lists:map/2 == fun lists:map/3 end)),
    show(caught(fun() -> begin F = adder(1), F =:= F end end)),
    show(caught(fun() -> adder(1) =:= adder(1) end)),
    show(caught(fun() -> adder(1) =:= adder(2) end)),
    show(caught(fun() -> adder(1) < adder(2) end)),
    show(caught(fun() -> is_function(adder(1), 1) end)),
    show(caught(fun() -> is_function(adder(1), 2) end)),
    show(caught(fun() -> [is_function(F) || F <- [adder(0), fun lists:map/2, a, {lists, map}]] end)),
    ok.

adder(N) -> fun(X) -> X + N end.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
