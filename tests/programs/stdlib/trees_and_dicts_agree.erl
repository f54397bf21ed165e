%% gb_trees, dict, orddict, maps.
-module(trees_and_dicts_agree).
-export([start/0]).

start() ->
    Steps = [{case N * 7 rem 5 of 0 -> erase; 1 -> store; 2 -> store; 3 -> update; 4 -> store end, (N * 13) rem 17, N} || N <- lists:seq(1, 120)],
    {G, D, O, M} = lists:foldl(fun step/2, {gb_trees:empty(), dict:new(), orddict:new(), #{}}, Steps),
    show(gb_trees:to_list(G)),
    show([lists:sort(dict:to_list(D)) =:= gb_trees:to_list(G), O =:= gb_trees:to_list(G), lists:sort(maps:to_list(M)) =:= O]),
    show([gb_trees:size(G), dict:size(D), orddict:size(O), map_size(M)]),
    show([gb_trees:keys(G) =:= orddict:fetch_keys(O), lists:sum(gb_trees:values(G)) =:= lists:sum(maps:values(M))]),
    S = [{gb_sets:from_list(L), sets:from_list(L), ordsets:from_list(L)} || L <- [[K || {_, K, _} <- Steps, K < 9], [K || {_, K, _} <- Steps, K > 5]]],
    [{GA, SA, OA}, {GB, SB, OB}] = S,
    show([gb_sets:to_list(gb_sets:F(GA, GB)) =:= ordsets:F(OA, OB) || F <- [union, intersection, subtract]]),
    show([lists:sort(sets:to_list(sets:F(SA, SB))) =:= ordsets:F(OA, OB) || F <- [union, intersection, subtract]]),
    show(ordsets:intersection(OA, OB)),
    ok.

step({store, K, V}, {G, D, O, M}) -> {gb_trees:enter(K, V, G), dict:store(K, V, D), orddict:store(K, V, O), M#{K => V}};
step({erase, K, _}, {G, D, O, M}) -> {gb_trees:delete_any(K, G), dict:erase(K, D), orddict:erase(K, O), maps:remove(K, M)};
step({update, K, V}, {G, D, O, M}) ->
    Old = case gb_trees:lookup(K, G) of {value, X} -> X; none -> 0 end,
    {gb_trees:enter(K, Old + V, G), dict:update_counter(K, V, D), orddict:update_counter(K, V, O), maps:update_with(K, fun(X) -> X + V end, V, M)}.

show(Term) -> io:format("~0p~n", [Term]).
