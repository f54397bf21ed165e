%% Maps of more than 32 keys: growth, update, removal, shrinking back.
-module(large_maps).
-export([start/0]).

start() ->
    Sizes = [1, 31, 32, 33, 34, 64, 100, 1000],
    [erlang:display({N, check(N)}) || N <- Sizes],
    Map = build(500),
    erlang:display(lists:sum(maps:values(Map))),
    erlang:display(lists:sort(maps:keys(maps:filter(fun(_, V) -> V > 245000 end, Map)))),
    erlang:display(Map =:= maps:from_list([{K, K * K} || K <- lists:seq(500, 1, -1)])),
    Small = lists:foldl(fun maps:remove/2, Map, lists:seq(4, 500)),
    erlang:display(Small),
    erlang:display(Small =:= #{1 => 1, 2 => 4, 3 => 9}),
    erlang:display(Map#{250 := changed} =:= Map),
    erlang:display(maps:get(250, Map#{250 := changed})),
    Mixed = lists:foldl(fun(K, M) -> M#{K => K} end, #{}, mixed_keys()),
    erlang:display(map_size(Mixed)),
    erlang:display(lists:all(fun(K) -> maps:get(K, Mixed) =:= K end, mixed_keys())),
    erlang:display(maps:is_key(none, Mixed)),
    ok.

build(N) -> lists:foldl(fun(K, M) -> M#{K => K * K} end, #{}, lists:seq(1, N)).

check(N) ->
    Map = build(N),
    N = map_size(Map),
    true = lists:all(fun(K) -> map_get(K, Map) =:= K * K end, lists:seq(1, N)),
    error = maps:find(N + 1, Map),
    Removed = maps:remove(N, Map),
    true = map_size(Removed) =:= N - 1,
    lists:sum(maps:keys(Map)).

mixed_keys() ->
    lists:seq(1, 20) ++ [float(N) || N <- lists:seq(1, 20)] ++ [{k, N} || N <- lists:seq(1, 20)] ++
        [integer_to_list(N) || N <- lists:seq(1, 20)] ++ [<<N:16>> || N <- lists:seq(1, 20)] ++
        [list_to_atom([$k | integer_to_list(N)]) || N <- lists:seq(1, 20)] ++ [1 bsl (60 + N) || N <- lists:seq(1, 9)].
