%% Sets as balanced search trees after Andersson.
%%
%% A set is {Size, Node}; a node is nil or {Element, Smaller, Larger}. An iterator is the list of nodes still to be
%% visited, the next one first; one that runs downwards is {reversed, Nodes}.
%%
%% Invariant: two to the power of a node's height is at most the square of its size after every insertion.
%% Invariant: elements are the same when they compare equal (==).
-module(gb_sets).

-compile({no_auto_import, [size/1]}).

-export([empty/0, new/0, is_empty/1, size/1, singleton/1, is_member/2, is_element/2, insert/2, add/2, add_element/2,
         delete/2, delete_any/2, del_element/2, balance/1, from_list/1, from_ordset/1, to_list/1, is_set/1, is_equal/2,
         union/1, union/2, intersection/1, intersection/2, is_disjoint/2, difference/2, subtract/2, is_subset/2,
         filter/2, fold/3, map/2, filtermap/2, smallest/1, largest/1, take_smallest/1, take_largest/1, smaller/2,
         larger/2, iterator/1, iterator/2, iterator_from/2, iterator_from/3, next/1]).

empty() ->
    {0, nil}.

new() ->
    empty().

is_empty({0, nil}) -> true;
is_empty(_) -> false.

size({Size, _}) ->
    Size.

singleton(Element) ->
    {1, {Element, nil, nil}}.

is_set({0, nil}) -> true;
is_set({Size, {_, _, _}}) when is_integer(Size), Size >= 0 -> true;
is_set(_) -> false.

is_member(Element, {_, Node}) -> is_member_in(Element, Node).

is_member_in(Element, {Other, Smaller, _}) when Element < Other -> is_member_in(Element, Smaller);
is_member_in(Element, {Other, _, Larger}) when Element > Other -> is_member_in(Element, Larger);
is_member_in(_, {_, _, _}) -> true;
is_member_in(_, nil) -> false.

is_element(Element, Set) ->
    is_member(Element, Set).

%% Inserting. Budget halves at every level: where it is used up the path was too long, and {Node, Height, Size} climbs
%% back inside `grown` (Height as a power of two) until a node is found that is too high for its size; that one is
%% rebuilt.

insert(Element, {Size, Node}) ->
    NewSize = Size + 1,
    case insert_in(Element, Node, NewSize * NewSize) of
        {grown, NewNode, _, _} -> {NewSize, NewNode};
        NewNode -> {NewSize, NewNode}
    end.

insert_in(Element, {Other, Smaller, Larger}, Budget) when Element < Other ->
    case insert_in(Element, Smaller, Budget div 2) of
        {grown, NewSmaller, Height, Size} -> climbed({Other, NewSmaller, Larger}, Height, Size, Larger);
        NewSmaller -> {Other, NewSmaller, Larger}
    end;
insert_in(Element, {Other, Smaller, Larger}, Budget) when Element > Other ->
    case insert_in(Element, Larger, Budget div 2) of
        {grown, NewLarger, Height, Size} -> climbed({Other, Smaller, NewLarger}, Height, Size, Smaller);
        NewLarger -> {Other, Smaller, NewLarger}
    end;
insert_in(Element, nil, 0) ->
    {grown, {Element, nil, nil}, 1, 1};
insert_in(Element, nil, _) ->
    {Element, nil, nil};
insert_in(Element, _, _) ->
    erlang:error({key_exists, Element}).

climbed(Node, Height, Size, Sibling) ->
    {SiblingHeight, SiblingSize} = measure(Sibling),
    NewHeight = 2 * max(Height, SiblingHeight),
    NewSize = Size + SiblingSize + 1,
    case NewHeight > NewSize * NewSize of
        true -> rebuilt(elements(Node, []), NewSize);
        false -> {grown, Node, NewHeight, NewSize}
    end.

measure(nil) ->
    {1, 0};
measure({_, nil, nil}) ->
    {1, 1};
measure({_, Smaller, Larger}) ->
    {HeightSmaller, SizeSmaller} = measure(Smaller),
    {HeightLarger, SizeLarger} = measure(Larger),
    {2 * max(HeightSmaller, HeightLarger), SizeSmaller + SizeLarger + 1}.

balance({Size, Node}) ->
    {Size, rebuilt(elements(Node, []), Size)}.

rebuilt(Elements, Size) ->
    {Node, []} = build(Elements, Size),
    Node.

%% A node of the first Size elements, and the elements left; the smaller side is never the lighter one.
build(Elements, 0) ->
    {nil, Elements};
build([Element | Elements], 1) ->
    {{Element, nil, nil}, Elements};
build(Elements, Size) ->
    SizeLarger = (Size - 1) div 2,
    {Smaller, [Element | Rest]} = build(Elements, Size - 1 - SizeLarger),
    {Larger, Left} = build(Rest, SizeLarger),
    {{Element, Smaller, Larger}, Left}.

add(Element, Set) ->
    case is_member(Element, Set) of
        true -> Set;
        false -> insert(Element, Set)
    end.

add_element(Element, Set) ->
    add(Element, Set).

from_list(List) ->
    from_ordset(ordsets:from_list(List)).

from_ordset(List) ->
    Size = length(List),
    {Size, rebuilt(List, Size)}.

%% Deleting.

delete(Element, {Size, Node}) ->
    {Size - 1, delete_in(Element, Node)}.

delete_in(Element, {Other, Smaller, Larger}) when Element < Other -> {Other, delete_in(Element, Smaller), Larger};
delete_in(Element, {Other, Smaller, Larger}) when Element > Other -> {Other, Smaller, delete_in(Element, Larger)};
delete_in(_, {_, Smaller, Larger}) -> joined(Smaller, Larger).

joined(Smaller, nil) ->
    Smaller;
joined(nil, Larger) ->
    Larger;
joined(Smaller, Larger) ->
    {Element, Left} = take_smallest_in(Larger),
    {Element, Smaller, Left}.

delete_any(Element, Set) ->
    case is_member(Element, Set) of
        true -> delete(Element, Set);
        false -> Set
    end.

del_element(Element, Set) ->
    delete_any(Element, Set).

%% Ends and neighbours.

smallest({_, Node}) -> smallest_in(Node).

smallest_in({Element, nil, _}) -> Element;
smallest_in({_, Smaller, _}) -> smallest_in(Smaller).

largest({_, Node}) -> largest_in(Node).

largest_in({Element, _, nil}) -> Element;
largest_in({_, _, Larger}) -> largest_in(Larger).

take_smallest({Size, Node}) ->
    {Element, Left} = take_smallest_in(Node),
    {Element, {Size - 1, Left}}.

take_smallest_in({Element, nil, Larger}) ->
    {Element, Larger};
take_smallest_in({Element, Smaller, Larger}) ->
    {Smallest, Left} = take_smallest_in(Smaller),
    {Smallest, {Element, Left, Larger}}.

take_largest({Size, Node}) ->
    {Element, Left} = take_largest_in(Node),
    {Element, {Size - 1, Left}}.

take_largest_in({Element, Smaller, nil}) ->
    {Element, Smaller};
take_largest_in({Element, Smaller, Larger}) ->
    {Largest, Left} = take_largest_in(Larger),
    {Largest, {Element, Smaller, Left}}.

%% {found, Element} for the nearest element below or above, or none.
smaller(Element, {_, Node}) -> smaller_in(Element, Node, none).

smaller_in(Element, {Other, _, Larger}, _) when Element > Other -> smaller_in(Element, Larger, {found, Other});
smaller_in(Element, {_, Smaller, _}, Found) -> smaller_in(Element, Smaller, Found);
smaller_in(_, nil, Found) -> Found.

larger(Element, {_, Node}) -> larger_in(Element, Node, none).

larger_in(Element, {Other, Smaller, _}, _) when Element < Other -> larger_in(Element, Smaller, {found, Other});
larger_in(Element, {_, _, Larger}, Found) -> larger_in(Element, Larger, Found);
larger_in(_, nil, Found) -> Found.

%% Everything.

to_list({_, Node}) ->
    elements(Node, []).

elements({Element, Smaller, Larger}, Rest) -> elements(Smaller, [Element | elements(Larger, Rest)]);
elements(nil, Rest) -> Rest.

filter(Predicate, Set) when is_function(Predicate, 1) ->
    from_ordset([Element || Element <- to_list(Set), Predicate(Element)]).

fold(Fun, Initial, Set) when is_function(Fun, 2) ->
    lists:foldl(Fun, Initial, to_list(Set)).

map(Fun, Set) when is_function(Fun, 1) ->
    from_list([Fun(Element) || Element <- to_list(Set)]).

filtermap(Fun, Set) when is_function(Fun, 1) ->
    from_list(lists:filtermap(Fun, to_list(Set))).

%% Several sets. A small set is inserted into a large one, sets of like size are merged as lists.

is_equal({Size, _} = A, {Size, _} = B) -> to_list(A) == to_list(B);
is_equal({_, _}, {_, _}) -> false.

union([Set | Sets]) -> lists:foldl(fun(Other, Union) -> union(Union, Other) end, Set, Sets);
union([]) -> empty().

union({SizeA, _} = A, {SizeB, _} = B) when SizeA < SizeB -> union(B, A);
union({SizeA, _} = A, {SizeB, _} = B) ->
    case SizeB * 10 < SizeA of
        true -> lists:foldl(fun add/2, A, to_list(B));
        false -> from_ordset(ordsets:union(to_list(A), to_list(B)))
    end.

intersection([Set | Sets]) -> lists:foldl(fun(Other, Common) -> intersection(Common, Other) end, Set, Sets).

intersection({SizeA, _} = A, {SizeB, _} = B) when SizeA > SizeB -> intersection(B, A);
intersection({SizeA, _} = A, {SizeB, _} = B) ->
    case SizeA * 10 < SizeB of
        true -> from_ordset([Element || Element <- to_list(A), is_member(Element, B)]);
        false -> from_ordset(ordsets:intersection(to_list(A), to_list(B)))
    end.

is_disjoint({SizeA, _} = A, {SizeB, _} = B) when SizeA > SizeB -> is_disjoint(B, A);
is_disjoint(A, B) -> not lists:any(fun(Element) -> is_member(Element, B) end, to_list(A)).

difference(A, B) ->
    subtract(A, B).

subtract({SizeA, _} = A, {SizeB, _} = B) ->
    case SizeA * 10 < SizeB of
        true -> from_ordset([Element || Element <- to_list(A), not is_member(Element, B)]);
        false -> from_ordset(ordsets:subtract(to_list(A), to_list(B)))
    end.

is_subset({SizeA, _}, {SizeB, _}) when SizeA > SizeB -> false;
is_subset(A, B) -> lists:all(fun(Element) -> is_member(Element, B) end, to_list(A)).

%% Iterators.

iterator(Set) ->
    iterator(Set, ordered).

iterator({_, Node}, ordered) -> leftmost(Node, []);
iterator({_, Node}, reversed) -> {reversed, rightmost(Node, [])}.

leftmost({_, nil, _} = Node, Path) -> [Node | Path];
leftmost({_, Smaller, _} = Node, Path) -> leftmost(Smaller, [Node | Path]);
leftmost(nil, Path) -> Path.

rightmost({_, _, nil} = Node, Path) -> [Node | Path];
rightmost({_, _, Larger} = Node, Path) -> rightmost(Larger, [Node | Path]);
rightmost(nil, Path) -> Path.

iterator_from(Element, Set) ->
    iterator_from(Element, Set, ordered).

iterator_from(Element, {_, Node}, ordered) -> path_from(Element, Node, []);
iterator_from(Element, {_, Node}, reversed) -> {reversed, path_down_from(Element, Node, [])}.

path_from(Element, {Other, _, Larger}, Path) when Other < Element -> path_from(Element, Larger, Path);
path_from(Element, {Other, _, _} = Node, Path) when Other == Element -> [Node | Path];
path_from(Element, {_, Smaller, _} = Node, Path) -> path_from(Element, Smaller, [Node | Path]);
path_from(_, nil, Path) -> Path.

path_down_from(Element, {Other, Smaller, _}, Path) when Other > Element -> path_down_from(Element, Smaller, Path);
path_down_from(Element, {Other, _, _} = Node, Path) when Other == Element -> [Node | Path];
path_down_from(Element, {_, _, Larger} = Node, Path) -> path_down_from(Element, Larger, [Node | Path]);
path_down_from(_, nil, Path) -> Path.

next([{Element, _, Larger} | Path]) -> {Element, leftmost(Larger, Path)};
next({reversed, [{Element, Smaller, _} | Path]}) -> {Element, {reversed, rightmost(Smaller, Path)}};
next({reversed, []}) -> none;
next([]) -> none.
