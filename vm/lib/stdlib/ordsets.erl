%% Sets as sorted lists without repeats; elements compare by ==.
%%
%% Invariant: every set given and taken is strictly ascending in the order of terms.
-module(ordsets).

-export([new/0, is_set/1, size/1, is_empty/1, is_equal/2, to_list/1, from_list/1, is_element/2, add_element/2,
         del_element/2, union/1, union/2, intersection/1, intersection/2, is_disjoint/2, subtract/2, is_subset/2,
         fold/3, filter/2, map/2, filtermap/2]).

new() ->
    [].

is_set([Element | Rest]) -> is_set(Rest, Element);
is_set([]) -> true;
is_set(_) -> false.

is_set([Next | Rest], Element) when Element < Next -> is_set(Rest, Next);
is_set([_ | _], _) -> false;
is_set([], _) -> true.

size(Set) ->
    length(Set).

is_empty(Set) ->
    Set =:= [].

is_equal(A, B) when is_list(A), is_list(B) ->
    A == B.

to_list(Set) ->
    Set.

from_list(List) ->
    lists:usort(List).

is_element(Element, [First | Rest]) when Element > First -> is_element(Element, Rest);
is_element(Element, [First | _]) when Element < First -> false;
is_element(_, [_ | _]) -> true;
is_element(_, []) -> false.

add_element(Element, [First | Rest]) when Element > First -> [First | add_element(Element, Rest)];
add_element(Element, [First | _] = Set) when Element < First -> [Element | Set];
add_element(_, [_ | _] = Set) -> Set;
add_element(Element, []) -> [Element].

del_element(Element, [First | Rest]) when Element > First -> [First | del_element(Element, Rest)];
del_element(Element, [First | _] = Set) when Element < First -> Set;
del_element(_, [_ | Rest]) -> Rest;
del_element(_, []) -> [].

union(Sets) ->
    lists:umerge(Sets).

union([A | As], [B | _] = Bs) when A < B -> [A | union(As, Bs)];
union([A | _] = As, [B | Bs]) when A > B -> [B | union(Bs, As)];
union([A | As], [_ | Bs]) -> [A | union(As, Bs)];
union([], Bs) -> Bs;
union(As, []) -> As.

intersection([A, B | Sets]) -> intersection([intersection(A, B) | Sets]);
intersection([Set]) -> Set.

intersection([A | As], [B | _] = Bs) when A < B -> intersection(As, Bs);
intersection([A | _] = As, [B | Bs]) when A > B -> intersection(Bs, As);
intersection([A | As], [_ | Bs]) -> [A | intersection(As, Bs)];
intersection([], _) -> [];
intersection(_, []) -> [].

is_disjoint([A | As], [B | _] = Bs) when A < B -> is_disjoint(As, Bs);
is_disjoint([A | _] = As, [B | Bs]) when A > B -> is_disjoint(As, Bs);
is_disjoint([_ | _], [_ | _]) -> false;
is_disjoint([], _) -> true;
is_disjoint(_, []) -> true.

subtract([A | As], [B | _] = Bs) when A < B -> [A | subtract(As, Bs)];
subtract([A | _] = As, [B | Bs]) when A > B -> subtract(As, Bs);
subtract([_ | As], [_ | Bs]) -> subtract(As, Bs);
subtract([], _) -> [];
subtract(As, []) -> As.

is_subset([A | _], [B | _]) when A < B -> false;
is_subset([A | _] = As, [B | Bs]) when A > B -> is_subset(As, Bs);
is_subset([_ | As], [_ | Bs]) -> is_subset(As, Bs);
is_subset([], _) -> true;
is_subset(_, []) -> false.

fold(Fun, Initial, Set) ->
    lists:foldl(Fun, Initial, Set).

filter(Predicate, Set) ->
    lists:filter(Predicate, Set).

map(Fun, Set) ->
    from_list(lists:map(Fun, Set)).

filtermap(Fun, Set) ->
    from_list(lists:filtermap(Fun, Set)).
