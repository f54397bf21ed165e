%% Sets as sorted lists without repeats; elements compare by ==.
%%
%% Invariant: every set given and taken is strictly ascending in the order of terms.
-module(ordsets).

-export([new/0, is_set/1, size/1, is_empty/1, is_equal/2, to_list/1, from_list/1, is_element/2, add_element/2,
         del_element/2, union/1, union/2, intersection/1, intersection/2, is_disjoint/2, subtract/2, is_subset/2,
         fold/3, filter/2, map/2, filtermap/2]).

new() ->
    [].

is_set(Term) ->
    is_list(Term) andalso lists:usort(Term) =:= Term.

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

%% Elements.

is_element(Element, Set) ->
    {_, Found, _} = around(Element, Set),
    Found =/= [].

add_element(Element, Set) ->
    case around(Element, Set) of
        {Smaller, [], Larger} -> lists:reverse(Smaller, [Element | Larger]);
        {_, [_], _} -> Set
    end.

del_element(Element, Set) ->
    case around(Element, Set) of
        {_, [], _} -> Set;
        {Smaller, [_], Larger} -> lists:reverse(Smaller, Larger)
    end.

%% What is smaller, the smallest last; what is equal; what is larger.
around(Element, Set) ->
    around(Element, Set, []).

around(Element, [First | Rest], Smaller) when First < Element -> around(Element, Rest, [First | Smaller]);
around(Element, [First | Rest], Smaller) when First == Element -> {Smaller, [First], Rest};
around(_, Larger, Smaller) -> {Smaller, [], Larger}.

%% Sets with sets.

union(Sets) ->
    lists:umerge(Sets).

union(A, B) ->
    united(A, B, []).

%% Of equal elements that are not the same (1 and 1.0) that of the set stays which is behind: the two change places
%% when the second has the smaller element.
united([A | As] = Set, [B | Bs] = Other, United) ->
    if
        A < B -> united(As, Other, [A | United]);
        A > B -> united(Bs, Set, [B | United]);
        true -> united(As, Bs, [A | United])
    end;
united([], Rest, United) ->
    lists:reverse(United, Rest);
united(Rest, [], United) ->
    lists:reverse(United, Rest).

intersection([First | Sets]) ->
    lists:foldl(fun(Set, Shared) -> intersection(Shared, Set) end, First, Sets).

intersection(A, B) ->
    shared(A, B, []).

shared([A | As] = Set, [B | Bs] = Other, Shared) ->
    if
        A < B -> shared(As, Other, Shared);
        A > B -> shared(Bs, Set, Shared);
        true -> shared(As, Bs, [A | Shared])
    end;
shared(_, _, Shared) ->
    lists:reverse(Shared).

is_disjoint(A, B) ->
    intersection(A, B) =:= [].

is_subset(A, B) ->
    subtract(A, B) =:= [].

%% The elements of a set that another does not have.
subtract(Set, Other) ->
    subtract(Set, Other, []).

subtract([Element | Set], Other, Left) ->
    case lists:dropwhile(fun(Candidate) -> Candidate < Element end, Other) of
        [Equal | Rest] when Equal == Element -> subtract(Set, Rest, Left);
        Rest -> subtract(Set, Rest, [Element | Left])
    end;
subtract([], _, Left) ->
    lists:reverse(Left).

%% Functions on sets.

fold(Fun, Initial, Set) ->
    lists:foldl(Fun, Initial, Set).

filter(Predicate, Set) ->
    lists:filter(Predicate, Set).

map(Fun, Set) ->
    from_list(lists:map(Fun, Set)).

filtermap(Fun, Set) ->
    from_list(lists:filtermap(Fun, Set)).
