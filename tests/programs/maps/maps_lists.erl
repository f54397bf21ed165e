%% Maps from lists and to lists
-module(maps_lists).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:sort(maps:to_list(maps:from_list([{a, 1}, {b, 2}, {a, 3}]))) end)),
    show(caught(fun() -> maps:from_list([{a, 1}, b]) end)),
    show(caught(fun() -> maps:from_list(a) end)),
    show(caught(fun() -> lists:sort(maps:keys(#{b => 1, a => 2})) end)),
    show(caught(fun() -> lists:sort(maps:values(#{b => 1, a => 2})) end)),
    show(caught(fun() -> maps:from_keys([1], x) end)),
    show(caught(fun() -> map_size(maps:from_keys([a, b, a], [])) end)),
    show(caught(fun() -> maps:from_list([]) end)),
    show(caught(fun() -> map_size(maps:from_list([{N, N} || N <- lists:seq(1, 100)])) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
