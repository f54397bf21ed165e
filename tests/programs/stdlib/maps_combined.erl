%% maps: merged, intersected, selected and grouped.
-module(maps_combined).
-export([start/0]).

start() ->
    S = #{1 => s1, 2 => s2, z => sz},
    L = maps:from_list([{N, {l, N}} || N <- lists:seq(1, 50)]),
    P = fun(M) -> {map_size(M), [maps:get(K, M, none) || K <- [1, 2, 3, 50, z]]} end,
    show([P(maps:merge(S, L)), P(maps:merge(L, S))]),
    show([P(maps:intersect(S, L)), P(maps:intersect(L, S))]),
    Both = fun(K, A, B) -> {K, A, B} end,
    show([P(maps:intersect_with(Both, S, L)), P(maps:intersect_with(Both, L, S))]),
    show([P(maps:merge_with(Both, S, L)), P(maps:merge_with(Both, L, S))]),
    show([P(maps:with([1, z, q], S)), P(maps:with(lists:seq(1, 60), L)), P(maps:without([1, q], S)), P(maps:without(lists:seq(1, 49), L))]),
    show([P(maps:from_keys([1, 2, 3, 1], v)), P(maps:from_keys(lists:seq(1, 60), v)), P(maps:from_keys([], v))]),
    show([P(maps:filtermap(fun(1, _) -> true; (2, _) -> {true, changed}; (_, _) -> false end, M)) || M <- [S, L]]),
    show([P(maps:update_with(1, fun(V) -> [V] end, M)) || M <- [S, L]]),
    show([P(maps:update_with(new, fun(V) -> [V] end, init, M)) || M <- [S, L]]),
    show([element(1, maps:take(1, M)) || M <- [S, L]]),
    show([P(maps:update(1, up, M)) || M <- [S, L]]),
    show([P(maps:remove(1, M)) || M <- [S, L]]),
    show([maps:merge(#{}, S) =:= S, maps:merge(S, #{}) =:= S, maps:merge(L, L) =:= L, maps:intersect(L, L) =:= L, maps:without([], L) =:= L]),
    show([maps:find(K, L) || K <- [1, 1.0, 51]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
