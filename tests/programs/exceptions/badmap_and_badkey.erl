%% What is no map and what is not in one
-module(badmap_and_badkey).
-export([start/0]).

start() ->
    Values = [#{}, #{a => 1}, a, [], {a, 1}, 1],
    each(fun(M) -> M#{a => 2} end, Values),
    each(fun(M) -> M#{a := 2} end, Values),
    each(fun(M) -> map_get(a, M) end, Values),
    each(fun(M) -> is_map_key(a, M) end, Values),
    each(fun(M) -> maps:get(a, M) end, Values),
    each(fun(M) -> maps:update(a, 3, M) end, Values),
    each(fun(M) -> maps:remove(a, M) end, Values),
    each(fun(M) -> maps:keys(M) end, Values),
    each(fun(M) -> maps:find(a, M) end, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
