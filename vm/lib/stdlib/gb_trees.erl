%% Balanced search trees after Andersson: rebuilt in part when grown too high.
%%
%% A tree is {Size, Node}; a node is nil or {Key, Value, Smaller, Larger}. An iterator is the list of nodes still to be
%% visited, the next one first; one that runs downwards is {reversed, Nodes}.
%%
%% Invariant: two to the power of a node's height is at most the square of its size after every insertion.
%% Invariant: keys are the same when they compare equal (==).
-module(gb_trees).

-compile({no_auto_import, [size/1, get/2]}).

-export([empty/0, is_empty/1, size/1, lookup/2, get/2, is_defined/2, insert/3, update/3, enter/3, delete/2,
         delete_any/2, take/2, take_any/2, balance/1, from_orddict/1, to_list/1, keys/1, values/1, map/2,
         smallest/1, largest/1, take_smallest/1, take_largest/1, smaller/2, larger/2,
         iterator/1, iterator/2, iterator_from/2, iterator_from/3, next/1]).

empty() ->
    {0, nil}.

is_empty({0, nil}) -> true;
is_empty(_) -> false.

size({Size, _}) when is_integer(Size), Size >= 0 -> Size.

lookup(Key, {_, Node}) -> lookup_in(Key, Node).

lookup_in(Key, {Other, _, Smaller, _}) when Key < Other -> lookup_in(Key, Smaller);
lookup_in(Key, {Other, _, _, Larger}) when Key > Other -> lookup_in(Key, Larger);
lookup_in(_, {_, Value, _, _}) -> {value, Value};
lookup_in(_, nil) -> none.

is_defined(Key, {_, Node}) ->
    lookup_in(Key, Node) =/= none.

get(Key, {_, Node}) -> get_in(Key, Node).

get_in(Key, {Other, _, Smaller, _}) when Key < Other -> get_in(Key, Smaller);
get_in(Key, {Other, _, _, Larger}) when Key > Other -> get_in(Key, Larger);
get_in(_, {_, Value, _, _}) -> Value.

update(Key, Value, {Size, Node}) -> {Size, update_in(Key, Value, Node)}.

update_in(Key, Value, {Other, Present, Smaller, Larger}) when Key < Other ->
    {Other, Present, update_in(Key, Value, Smaller), Larger};
update_in(Key, Value, {Other, Present, Smaller, Larger}) when Key > Other ->
    {Other, Present, Smaller, update_in(Key, Value, Larger)};
update_in(Key, Value, {_, _, Smaller, Larger}) ->
    {Key, Value, Smaller, Larger}.

enter(Key, Value, Tree) ->
    case is_defined(Key, Tree) of
        true -> update(Key, Value, Tree);
        false -> insert(Key, Value, Tree)
    end.

%% Inserting. Budget halves at every level: where it is used up the path was too long, and {Node, Height, Size} climbs
%% back (Height as a power of two) until a node is found that is too high for its size; that one is rebuilt.

insert(Key, Value, {Size, Node}) when is_integer(Size) ->
    NewSize = Size + 1,
    {NewSize, insert_in(Key, Value, Node, NewSize * NewSize)}.

insert_in(Key, Value, {Other, Present, Smaller, Larger}, Budget) when Key < Other ->
    case insert_in(Key, Value, Smaller, Budget div 2) of
        {NewSmaller, Height, Size} -> climbed({Other, Present, NewSmaller, Larger}, Height, Size, Larger);
        NewSmaller -> {Other, Present, NewSmaller, Larger}
    end;
insert_in(Key, Value, {Other, Present, Smaller, Larger}, Budget) when Key > Other ->
    case insert_in(Key, Value, Larger, Budget div 2) of
        {NewLarger, Height, Size} -> climbed({Other, Present, Smaller, NewLarger}, Height, Size, Smaller);
        NewLarger -> {Other, Present, Smaller, NewLarger}
    end;
insert_in(Key, Value, nil, 0) ->
    {{Key, Value, nil, nil}, 1, 1};
insert_in(Key, Value, nil, _) ->
    {Key, Value, nil, nil};
insert_in(Key, _, _, _) ->
    erlang:error({key_exists, Key}).

climbed(Node, Height, Size, Sibling) ->
    {SiblingHeight, SiblingSize} = measure(Sibling),
    NewHeight = 2 * max(Height, SiblingHeight),
    NewSize = Size + SiblingSize + 1,
    case NewHeight > NewSize * NewSize of
        true -> rebuilt(pairs(Node, []), NewSize);
        false -> {Node, NewHeight, NewSize}
    end.

measure(nil) ->
    {1, 0};
measure({_, _, nil, nil}) ->
    {1, 1};
measure({_, _, Smaller, Larger}) ->
    {HeightSmaller, SizeSmaller} = measure(Smaller),
    {HeightLarger, SizeLarger} = measure(Larger),
    {2 * max(HeightSmaller, HeightLarger), SizeSmaller + SizeLarger + 1}.

balance({Size, Node}) ->
    {Size, rebuilt(pairs(Node, []), Size)}.

from_orddict(Pairs) ->
    Size = length(Pairs),
    {Size, rebuilt(Pairs, Size)}.

rebuilt(Pairs, Size) ->
    {Node, []} = build(Pairs, Size),
    Node.

%% A node of the first Size pairs, and the pairs left; the smaller side is never the lighter one.
build(Pairs, 0) ->
    {nil, Pairs};
build([{Key, Value} | Pairs], 1) ->
    {{Key, Value, nil, nil}, Pairs};
build(Pairs, Size) ->
    SizeLarger = (Size - 1) div 2,
    {Smaller, [{Key, Value} | Rest]} = build(Pairs, Size - 1 - SizeLarger),
    {Larger, Left} = build(Rest, SizeLarger),
    {{Key, Value, Smaller, Larger}, Left}.

%% Deleting.

delete(Key, {Size, Node}) when is_integer(Size), Size >= 0 ->
    {Size - 1, delete_in(Key, Node)}.

delete_in(Key, {Other, Value, Smaller, Larger}) when Key < Other ->
    {Other, Value, delete_in(Key, Smaller), Larger};
delete_in(Key, {Other, Value, Smaller, Larger}) when Key > Other ->
    {Other, Value, Smaller, delete_in(Key, Larger)};
delete_in(_, {_, _, Smaller, Larger}) ->
    joined(Smaller, Larger).

joined(Smaller, nil) ->
    Smaller;
joined(nil, Larger) ->
    Larger;
joined(Smaller, Larger) ->
    {Key, Value, Left} = take_smallest_in(Larger),
    {Key, Value, Smaller, Left}.

delete_any(Key, Tree) ->
    case is_defined(Key, Tree) of
        true -> delete(Key, Tree);
        false -> Tree
    end.

take(Key, {Size, Node}) when is_integer(Size), Size >= 0 ->
    {Value, Left} = take_in(Key, Node),
    {Value, {Size - 1, Left}}.

take_in(Key, {Other, Value, Smaller, Larger}) when Key < Other ->
    {Taken, Left} = take_in(Key, Smaller),
    {Taken, {Other, Value, Left, Larger}};
take_in(Key, {Other, Value, Smaller, Larger}) when Key > Other ->
    {Taken, Left} = take_in(Key, Larger),
    {Taken, {Other, Value, Smaller, Left}};
take_in(_, {_, Value, Smaller, Larger}) ->
    {Value, joined(Smaller, Larger)}.

take_any(Key, Tree) ->
    case is_defined(Key, Tree) of
        true -> take(Key, Tree);
        false -> error
    end.

%% Ends and neighbours.

smallest({_, Node}) -> smallest_in(Node).

smallest_in({Key, Value, nil, _}) -> {Key, Value};
smallest_in({_, _, Smaller, _}) -> smallest_in(Smaller).

largest({_, Node}) -> largest_in(Node).

largest_in({Key, Value, _, nil}) -> {Key, Value};
largest_in({_, _, _, Larger}) -> largest_in(Larger).

take_smallest({Size, Node}) when is_integer(Size), Size >= 0 ->
    {Key, Value, Left} = take_smallest_in(Node),
    {Key, Value, {Size - 1, Left}}.

take_smallest_in({Key, Value, nil, Larger}) ->
    {Key, Value, Larger};
take_smallest_in({Key, Value, Smaller, Larger}) ->
    {SmallestKey, SmallestValue, Left} = take_smallest_in(Smaller),
    {SmallestKey, SmallestValue, {Key, Value, Left, Larger}}.

take_largest({Size, Node}) when is_integer(Size), Size >= 0 ->
    {Key, Value, Left} = take_largest_in(Node),
    {Key, Value, {Size - 1, Left}}.

take_largest_in({Key, Value, Smaller, nil}) ->
    {Key, Value, Smaller};
take_largest_in({Key, Value, Smaller, Larger}) ->
    {LargestKey, LargestValue, Left} = take_largest_in(Larger),
    {LargestKey, LargestValue, {Key, Value, Smaller, Left}}.

%% The nearest pair below or above a key, or none.
smaller(Key, {_, Node}) -> smaller_in(Key, Node, none).

smaller_in(Key, {Other, Value, _, Larger}, _) when Key > Other -> smaller_in(Key, Larger, {Other, Value});
smaller_in(Key, {_, _, Smaller, _}, Found) -> smaller_in(Key, Smaller, Found);
smaller_in(_, nil, Found) -> Found.

larger(Key, {_, Node}) -> larger_in(Key, Node, none).

larger_in(Key, {Other, Value, Smaller, _}, _) when Key < Other -> larger_in(Key, Smaller, {Other, Value});
larger_in(Key, {_, _, _, Larger}, Found) -> larger_in(Key, Larger, Found);
larger_in(_, nil, Found) -> Found.

%% Everything.

to_list({_, Node}) ->
    pairs(Node, []).

pairs({Key, Value, Smaller, Larger}, Rest) -> pairs(Smaller, [{Key, Value} | pairs(Larger, Rest)]);
pairs(nil, Rest) -> Rest.

keys({_, Node}) ->
    [Key || {Key, _} <- pairs(Node, [])].

values({_, Node}) ->
    [Value || {_, Value} <- pairs(Node, [])].

map(Fun, {Size, Node}) when is_function(Fun, 2) ->
    {Size, map_in(Fun, Node)}.

map_in(Fun, {Key, Value, Smaller, Larger}) ->
    NewValue = Fun(Key, Value),
    {Key, NewValue, map_in(Fun, Smaller), map_in(Fun, Larger)};
map_in(_, nil) ->
    nil.

iterator(Tree) ->
    iterator(Tree, ordered).

iterator({_, Node}, ordered) -> leftmost(Node, []);
iterator({_, Node}, reversed) -> {reversed, rightmost(Node, [])}.

leftmost({_, _, nil, _} = Node, Path) -> [Node | Path];
leftmost({_, _, Smaller, _} = Node, Path) -> leftmost(Smaller, [Node | Path]);
leftmost(nil, Path) -> Path.

rightmost({_, _, _, nil} = Node, Path) -> [Node | Path];
rightmost({_, _, _, Larger} = Node, Path) -> rightmost(Larger, [Node | Path]);
rightmost(nil, Path) -> Path.

iterator_from(Key, Tree) ->
    iterator_from(Key, Tree, ordered).

iterator_from(Key, {_, Node}, ordered) -> path_from(Key, Node, []);
iterator_from(Key, {_, Node}, reversed) -> {reversed, path_down_from(Key, Node, [])}.

path_from(Key, {Other, _, _, Larger}, Path) when Other < Key -> path_from(Key, Larger, Path);
path_from(Key, {Other, _, _, _} = Node, Path) when Other == Key -> [Node | Path];
path_from(Key, {_, _, Smaller, _} = Node, Path) -> path_from(Key, Smaller, [Node | Path]);
path_from(_, nil, Path) -> Path.

path_down_from(Key, {Other, _, Smaller, _}, Path) when Other > Key -> path_down_from(Key, Smaller, Path);
path_down_from(Key, {Other, _, _, _} = Node, Path) when Other == Key -> [Node | Path];
path_down_from(Key, {_, _, _, Larger} = Node, Path) -> path_down_from(Key, Larger, [Node | Path]);
path_down_from(_, nil, Path) -> Path.

next([{Key, Value, _, Larger} | Path]) -> {Key, Value, leftmost(Larger, Path)};
next({reversed, [{Key, Value, Smaller, _} | Path]}) -> {Key, Value, {reversed, rightmost(Smaller, Path)}};
next({reversed, []}) -> none;
next([]) -> none.
