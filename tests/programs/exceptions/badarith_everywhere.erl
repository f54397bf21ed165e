%% Arithmetic on what is no number
-module(badarith_everywhere).
-export([start/0]).

start() ->
    Values = [a, "1", {}, <<1>>, 0, 0.0],
    each(fun(V) -> V + 1 end, Values),
    each(fun(V) -> 1 - V end, Values),
    each(fun(V) -> 2 * V end, Values),
    each(fun(V) -> 7 div V end, Values),
    each(fun(V) -> 7 rem V end, Values),
    each(fun(V) -> 7 / V end, Values),
    each(fun(V) -> -V end, [a, "1", {}, 3, 2.5]),
    each(fun(V) -> bnot V end, [a, 1.0, 3]),
    each(fun(V) -> V band 6 end, [a, 1.0, 3]),
    each(fun(V) -> 1 bsl V end, [a, 1.0, 3, -1]),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
