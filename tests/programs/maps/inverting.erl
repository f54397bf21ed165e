%% A map turned around, and grouped
-module(inverting).
-export([start/0]).

start() ->
    Map = #{one => 1, uno => 1, two => 2, dos => 2, three => 3},
    Inverse = maps:fold(fun(K, V, M) -> maps:update_with(V, fun(L) -> lists:sort([K | L]) end, [K], M) end, #{}, Map),
    show(lists:sort(maps:to_list(Inverse))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
