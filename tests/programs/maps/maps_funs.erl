%% map, filter, fold, filtermap, update_with, foreach
-module(maps_funs).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:sort(maps:to_list(maps:map(fun(K, V) -> {K, V} end, #{a => 1, b => 2}))) end)),
    show(caught(fun() -> maps:filter(fun(_, V) -> V > 1 end, #{a => 1, b => 2}) end)),
    show(caught(fun() -> maps:fold(fun(_, V, A) -> A + V end, 0, #{a => 1, b => 2}) end)),
    show(caught(fun() -> maps:filtermap(fun(_, V) when V > 1 -> {true, V * 10}; (_, _) -> false end, #{a => 1, b => 2}) end)),
    show(caught(fun() -> maps:update_with(a, fun(V) -> V + 1 end, #{a => 1}) end)),
    show(caught(fun() -> maps:update_with(b, fun(V) -> V + 1 end, #{a => 1}) end)),
    show(caught(fun() -> maps:update_with(b, fun(V) -> V + 1 end, 0, #{b => 1}) end)),
    show(caught(fun() -> map_size(maps:update_with(b, fun(V) -> V + 1 end, 0, #{a => 1})) end)),
    show(caught(fun() -> maps:foreach(fun(_, _) -> ok end, #{a => 1}) end)),
    show(caught(fun() -> maps:map(not_a_fun, #{a => 1}) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
