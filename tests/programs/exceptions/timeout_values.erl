%% What receive may wait for
-module(timeout_values).
-export([start/0]).

start() ->
    each(fun(T) -> receive never -> never after T -> waited end end, [0, 1, -1, a, 1.0, "1", 1 bsl 32, 1 bsl 70]),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
