%% and, or, xor and not take booleans only
-module(boolean_operators).
-export([start/0]).

start() ->
    Values = [true, false, a, 1, [], undefined],
    each(fun(V) -> not V end, Values),
    each(fun(V) -> V and true end, Values),
    each(fun(V) -> false or V end, Values),
    each(fun(V) -> V xor true end, Values),
    each(fun(V) -> V andalso any end, Values),
    each(fun(V) -> V orelse any end, Values),
    each(fun(V) -> false andalso V end, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
