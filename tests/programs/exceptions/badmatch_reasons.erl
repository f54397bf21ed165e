%% The value that matched nothing is the reason
-module(badmatch_reasons).
-export([start/0]).

start() ->
    each(fun(V) -> {ok, X} = V, X end, [{ok, 1}, {error, why}, ok, [ok | 1], #{ok => 1}]),
    each(fun(V) -> [A, B] = V, {A, B} end, ["ab", "abc", [], [1 | 2]]),
    each(fun(V) -> <<A, B/binary>> = V, {A, B} end, [<<1, 2>>, <<>>, <<1:7>>, <<1, 2:3>>]),
    each(fun(V) -> #{k := X} = V, X end, [#{k => 1}, #{}, k]),
    each(fun(V) -> 1.0 = V end, [1.0, 1, 1.5]),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
