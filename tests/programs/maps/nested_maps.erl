%% Maps in maps: deep updates, merges and a path of keys.
-module(nested_maps).
-export([start/0]).

start() ->
    Tree = put_in([a, b, c], 1, #{}),
    erlang:display(Tree),
    More = put_in([a, b, c], 2, put_in([a, b, d], [x], Tree)),
    erlang:display(get_in([a, b, d], More)),
    erlang:display(get_in([a, b, c], More)),
    erlang:display(get_in([a, z, c], More)),
    #{a := #{b := #{c := Two}}} = More,
    erlang:display(Two),
    erlang:display(leaves(put_in([e], 3, More))),
    Graph = #{1 => [2, 3], 2 => [4], 3 => [4, 5], 4 => [6], 5 => [6], 6 => []},
    erlang:display(breadth([1], Graph, #{})),
    ok.

put_in([Key], Value, Map) -> Map#{Key => Value};
put_in([Key | Keys], Value, Map) ->
    Inner = case Map of #{Key := Found} -> Found; _ -> #{} end,
    Map#{Key => put_in(Keys, Value, Inner)}.

get_in([], Value) -> {ok, Value};
get_in([Key | Keys], Map) when is_map_key(Key, Map) -> get_in(Keys, map_get(Key, Map));
get_in([Key | _], _) -> {missing, Key}.

leaves(Map) when is_map(Map) -> lists:sort(lists:append([leaves(V) || V <- maps:values(Map)]));
leaves(Value) -> [Value].

breadth([], _, _) -> [];
breadth([Node | Queue], Graph, Seen) when is_map_key(Node, Seen) -> breadth(Queue, Graph, Seen);
breadth([Node | Queue], Graph, Seen) ->
    [Node | breadth(Queue ++ maps:get(Node, Graph), Graph, Seen#{Node => true})].
