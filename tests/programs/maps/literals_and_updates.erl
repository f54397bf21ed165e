%% Map literals, := and =>, keys from variables, missing keys, no maps at all.
-module(literals_and_updates).
-export([start/0, id/1]).

start() ->
    Map = id(#{1 => one, 2 => two}),
    erlang:display(Map),
    erlang:display(Map#{3 => three}),
    erlang:display(Map#{1 := uno}),
    erlang:display(Map#{1 := uno, 4 => four, 2 := dos}),
    erlang:display(map_size(Map)),
    Key = id("key"),
    Other = Map#{Key => value, {Key, 1} => tuple},
    #{Key := Value, 1 := One} = Other,
    erlang:display({Value, One}),
    erlang:display(map_get(2, Map)),
    erlang:display(is_map_key(2, Map)),
    erlang:display(is_map_key(two, Map)),
    erlang:display(catch_error(fun() -> Map#{9 := nine} end)),
    erlang:display(catch_error(fun() -> map_get(9, Map) end)),
    erlang:display(catch_error(fun() -> (id(no_map))#{a => 1} end)),
    erlang:display(catch_error(fun() -> (id(no_map))#{a := 1} end)),
    erlang:display(catch_error(fun() -> map_size(id([])) end)),
    erlang:display(catch_error(fun() -> #{9 := _} = Map end)),
    erlang:display(Map =:= #{2 => two, 1 => one}),
    erlang:display(Map#{1.0 => float}),
    erlang:display(#{}),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
