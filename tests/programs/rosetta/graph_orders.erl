%% Depth and breadth orders, cycles, components, all paths.
-module(graph_orders).
-export([start/0]).

start() ->
    G = #{a => [b, c], b => [d], c => [d, e], d => [f], e => [f], f => []},
    C = #{1 => [2], 2 => [3], 3 => [1, 4], 4 => [5], 5 => [4], 6 => []},
    show([dfs(a, G), bfs([a], G, [])]),
    show([cyclic(X) || X <- [G, C]]),
    show(paths(a, f, G)),
    show(longest(G)),
    show([lists:sort(S) || S <- components(C)]),
    show([reach(N, C) || N <- [1, 4, 6]]),
    show(degrees(G)),
    show(topological(G)),
    ok.

dfs(N, G) -> lists:reverse(dfs([N], G, [])).

dfs([], _, Seen) -> Seen;
dfs([N | Ns], G, Seen) -> case lists:member(N, Seen) of true -> dfs(Ns, G, Seen); false -> dfs(maps:get(N, G) ++ Ns, G, [N | Seen]) end.

bfs([], _, Seen) -> lists:reverse(Seen);
bfs([N | Ns], G, Seen) -> case lists:member(N, Seen) of true -> bfs(Ns, G, Seen); false -> bfs(Ns ++ maps:get(N, G), G, [N | Seen]) end.

reach(N, G) -> lists:sort(dfs(N, G)).

cyclic(G) -> lists:any(fun(N) -> lists:any(fun(M) -> lists:member(N, dfs(M, G)) end, maps:get(N, G)) end, maps:keys(G)).

paths(T, T, _) -> [[T]];
paths(N, T, G) -> [[N | P] || M <- maps:get(N, G), P <- paths(M, T, G)].

longest(G) -> lists:max([length(P) || A <- maps:keys(G), B <- maps:keys(G), P <- paths(A, B, G)]).

components(G) -> lists:usort([[M || M <- lists:sort(maps:keys(G)), lists:member(M, dfs(N, G)), lists:member(N, dfs(M, G))] || N <- maps:keys(G)]).

degrees(G) -> [{N, length(maps:get(N, G)), length([x || Ms <- maps:values(G), M <- Ms, M =:= N])} || N <- lists:sort(maps:keys(G))].

topological(G) when map_size(G) =:= 0 -> [];
topological(G) ->
    N = hd([K || K <- lists:sort(maps:keys(G)), not lists:any(fun(Ms) -> lists:member(K, Ms) end, maps:values(G))]),
    [N | topological(maps:remove(N, G))].

show(Term) -> io:format("~0p~n", [Term]).
