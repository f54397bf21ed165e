%% Spanning trees by Kruskal and Prim, components by union and find.
-module(union_find_and_trees).
-export([start/0]).

start() ->
    Edges = [{7, a, b}, {5, a, d}, {8, b, c}, {9, b, d}, {7, b, e}, {5, c, e}, {15, d, e}, {6, d, f}, {8, e, f}, {9, e, g}, {11, f, g}],
    {Tree, _} = kruskal(Edges),
    io:format("~w ~w~n", [lists:sum([W || {W, _, _} <- Tree]), Tree]),
    Prim = prim([a], Edges, []),
    io:format("~w ~w~n", [lists:sum([W || {W, _, _} <- Prim]), length(Prim)]),
    Sets = lists:foldl(fun({A, B}, S) -> union(A, B, S) end, #{}, [{1, 2}, {3, 4}, {5, 6}, {2, 4}, {7, 7}]),
    io:format("~w~n", [[connected(A, B, Sets) || {A, B} <- [{1, 3}, {1, 5}, {5, 6}, {7, 1}, {8, 8}]]]),
    io:format("~w~n", [lists:sort([lists:sort(G) || G <- components(lists:seq(1, 8), Sets)])]),
    ok.

kruskal(Edges) ->
    lists:foldl(fun({_, A, B} = E, {Tree, Sets}) ->
        case connected(A, B, Sets) of true -> {Tree, Sets}; false -> {Tree ++ [E], union(A, B, Sets)} end
    end, {[], #{}}, lists:sort(Edges)).

find(X, Sets) -> case Sets of #{X := X} -> X; #{X := P} -> find(P, Sets); #{} -> X end.

union(A, B, Sets) -> case {find(A, Sets), find(B, Sets)} of {R, R} -> Sets#{R => R}; {R, S} -> Sets#{R => S, S => S} end.

connected(A, B, Sets) -> find(A, Sets) =:= find(B, Sets).

components(Items, Sets) -> maps:values(lists:foldl(fun(I, M) -> R = find(I, Sets), M#{R => [I | maps:get(R, M, [])]} end, #{}, Items)).

prim(In, Edges, Tree) ->
    Border = [E || {_, A, B} = E <- Edges, lists:member(A, In) xor lists:member(B, In)],
    case lists:sort(Border) of
        [] -> Tree;
        [{_, A, B} = E | _] -> prim([case lists:member(A, In) of true -> B; false -> A end | In], Edges, [E | Tree])
    end.
