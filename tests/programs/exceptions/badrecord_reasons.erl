%% A record of another name or size
-module(badrecord_reasons).
-export([start/0]).
-record(point, {x = 0, y = 0}).

start() ->
    Values = [#point{x = 1}, {point, 1}, {point, 1, 2, 3}, {other, 1, 2}, a],
    each(fun(R) -> R#point.y end, Values),
    each(fun(R) -> R#point{x = 5} end, Values),
    each(fun(R) -> is_record(R, point) end, Values),
    each(fun(R) -> is_record(R, point, 3) end, Values),
    each(fun(R) -> case R of #point{x = X} -> X; _ -> no end end, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
