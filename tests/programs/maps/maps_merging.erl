%% merge, merge_with, intersect, with, without
-module(maps_merging).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:sort(maps:to_list(maps:merge(#{a => 1, b => 2}, #{b => 3, c => 4}))) end)),
    show(caught(fun() -> lists:sort(maps:to_list(maps:merge_with(fun(K, A, B) -> {K, A, B} end, #{a => 1, b => 2}, #{b => 3, c => 4}))) end)),
    show(caught(fun() -> maps:intersect(#{a => 1, b => 2}, #{b => 3, c => 4}) end)),
    show(caught(fun() -> maps:intersect_with(fun(_, A, B) -> A + B end, #{a => 1, b => 2}, #{b => 3, c => 4}) end)),
    show(caught(fun() -> maps:with([a, z], #{a => 1, b => 2}) end)),
    show(caught(fun() -> maps:without([a, z], #{a => 1, b => 2}) end)),
    show(caught(fun() -> maps:merge(#{}, #{}) end)),
    show(caught(fun() -> maps:merge(a, #{}) end)),
    show(caught(fun() -> lists:sort(maps:to_list(maps:groups_from_list(fun(X) -> X rem 2 end, [1, 2, 3, 4]))) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
