%% Shortest paths, depth-first order, topological order, connected parts.
-module(graph_search).
-export([start/0]).

start() ->
    Graph = #{a => [{b, 7}, {c, 9}, {f, 14}], b => [{c, 10}, {d, 15}], c => [{d, 11}, {f, 2}], d => [{e, 6}],
              e => [], f => [{e, 9}]},
    erlang:display([{To, shortest(Graph, a, To)} || To <- [a, b, c, d, e, f, z]]),
    erlang:display(lists:reverse(depth_first([a], Graph, []))),
    Tasks = [{shirt, tie}, {tie, jacket}, {trousers, shoes}, {trousers, belt}, {belt, jacket}, {socks, shoes}],
    erlang:display(order(Tasks)),
    erlang:display(order([{x, y}, {y, x}])),
    erlang:display(parts([{1, 2}, {3, 4}, {2, 5}, {6, 6}, {5, 1}])),
    ok.

shortest(Graph, From, To) -> visit([{0, From, [From]}], Graph, To, #{}).

visit([], _, _, _) -> unreachable;
visit([{Cost, To, Path} | _], _, To, _) -> {Cost, lists:reverse(Path)};
visit([{_, Node, _} | Queue], Graph, To, Seen) when is_map_key(Node, Seen) -> visit(Queue, Graph, To, Seen);
visit([{Cost, Node, Path} | Queue], Graph, To, Seen) ->
    Next = [{Cost + Length, N, [N | Path]} || {N, Length} <- maps:get(Node, Graph, [])],
    visit(lists:merge(lists:sort(Next), Queue), Graph, To, Seen#{Node => Cost}).

depth_first([], _, Seen) -> Seen;
depth_first([Node | Rest], Graph, Seen) ->
    case lists:member(Node, Seen) of
        true -> depth_first(Rest, Graph, Seen);
        false -> depth_first(Rest, Graph, depth_first([N || {N, _} <- map_get(Node, Graph)], Graph, [Node | Seen]))
    end.

order(Edges) -> order(lists:usort([N || {A, B} <- Edges, N <- [A, B]]), Edges).

order([], _) -> [];
order(Nodes, Edges) ->
    case [N || N <- Nodes, not lists:keymember(N, 2, Edges)] of
        [] -> {cycle, Nodes};
        [First | _] ->
            case order(Nodes -- [First], [E || {A, _} = E <- Edges, A =/= First]) of
                {cycle, _} = Cycle -> Cycle;
                Rest -> [First | Rest]
            end
    end.

parts(Edges) ->
    lists:sort(lists:foldl(fun({A, B}, Parts) ->
        {Joined, Others} = lists:partition(fun(P) -> lists:member(A, P) orelse lists:member(B, P) end, Parts),
        [lists:usort([A, B | lists:append(Joined)]) | Others]
    end, [], Edges)).
