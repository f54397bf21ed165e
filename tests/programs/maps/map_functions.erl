%% The functions of module maps, on small maps.
-module(map_functions).
-export([start/0]).

start() ->
    Map = #{1 => a, 2 => b, 3 => c},
    erlang:display(maps:get(1, Map)),
    erlang:display(maps:get(9, Map, default)),
    erlang:display(maps:find(2, Map)),
    erlang:display(maps:find(9, Map)),
    erlang:display(maps:put(4, d, Map)),
    erlang:display(maps:update(1, z, Map)),
    erlang:display(maps:remove(1, Map)),
    erlang:display(maps:take(2, Map)),
    erlang:display(maps:take(9, Map)),
    erlang:display(maps:merge(Map, #{3 => new, 5 => e})),
    erlang:display(maps:keys(Map)),
    erlang:display(maps:values(Map)),
    erlang:display(maps:to_list(Map)),
    erlang:display(maps:from_list([{x, 1}, {x, 2}])),
    erlang:display(maps:map(fun(K, V) -> {V, K * 10} end, Map)),
    erlang:display(maps:fold(fun(K, _, Sum) -> Sum + K end, 0, Map)),
    erlang:display(maps:filter(fun(K, _) -> K > 1 end, Map)),
    erlang:display(maps:with([1, 3, 7], Map)),
    erlang:display(maps:without([1, 3, 7], Map)),
    erlang:display(maps:update_with(1, fun(V) -> [V] end, Map)),
    erlang:display(maps:update_with(7, fun(V) -> [V] end, init, Map)),
    erlang:display(maps:size(Map)),
    erlang:display(maps:new()),
    erlang:display([catch_error(F) || F <- [fun() -> maps:get(9, Map) end, fun() -> maps:get(9, x) end,
                                            fun() -> maps:update(9, z, Map) end,
                                            fun() -> maps:keys([]) end, fun() -> maps:from_list([x]) end]]),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.
