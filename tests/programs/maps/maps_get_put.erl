%% maps:get, put, update, remove, find, take
-module(maps_get_put).
-export([start/0]).

start() ->
    show(caught(fun() -> maps:get(a, #{a => 1}) end)),
    show(caught(fun() -> maps:get(b, #{a => 1}) end)),
    show(caught(fun() -> maps:get(b, #{a => 1}, none) end)),
    show(caught(fun() -> maps:put(2, b, #{2 => a}) end)),
    show(caught(fun() -> maps:update(2, b, #{2 => a}) end)),
    show(caught(fun() -> maps:update(3, b, #{2 => a}) end)),
    show(caught(fun() -> maps:remove(2, #{2 => a}) end)),
    show(caught(fun() -> maps:remove(3, #{2 => a}) end)),
    show(caught(fun() -> maps:find(2, #{2 => a}) end)),
    show(caught(fun() -> maps:find(3, #{2 => a}) end)),
    show(caught(fun() -> maps:take(2, #{2 => a}) end)),
    show(caught(fun() -> maps:take(3, #{2 => a}) end)),
    show(caught(fun() -> maps:is_key(2, #{2 => a}) end)),
    show(caught(fun() -> maps:get(a, not_a_map()) end)),
    ok.

not_a_map() -> list_to_atom("x").

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
