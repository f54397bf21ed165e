%% Sets, as maps from each element to the empty list: OTP's version 2.
%%
%% Invariant: elements are the same when they match (=:=).
-module(sets).

-compile({no_auto_import, [size/1]}).

-export([new/0, new/1, is_set/1, size/1, is_empty/1, is_equal/2, to_list/1, from_list/1, from_list/2, is_element/2,
         add_element/2, del_element/2, union/1, union/2, intersection/1, intersection/2, is_disjoint/2, subtract/2,
         is_subset/2, fold/3, filter/2, map/2, filtermap/2]).

new() ->
    #{}.

new(Options) ->
    _ = version(Options),
    #{}.

%% Both versions are asked for in programs; both get the same sets here.
version(Options) ->
    case proplists:get_value(version, Options, 2) of
        Version when Version =:= 1; Version =:= 2 -> Version
    end.

is_set(Set) ->
    is_map(Set).

size(Set) ->
    map_size(Set).

is_empty(Set) ->
    map_size(Set) =:= 0.

is_equal(A, B) when is_map(A), is_map(B) ->
    A =:= B.

to_list(Set) ->
    maps:keys(Set).

from_list(List) ->
    maps:from_keys(List, []).

from_list(List, Options) ->
    _ = version(Options),
    from_list(List).

is_element(Element, Set) ->
    is_map_key(Element, Set).

add_element(Element, Set) ->
    Set#{Element => []}.

del_element(Element, Set) ->
    maps:remove(Element, Set).

union([A, B | Sets]) -> union([union(A, B) | Sets]);
union([Set]) -> Set;
union([]) -> new().

union(A, B) ->
    maps:merge(A, B).

intersection([A, B | Sets]) -> intersection([intersection(A, B) | Sets]);
intersection([Set]) -> Set.

intersection(A, B) when map_size(A) > map_size(B) -> intersection(B, A);
intersection(A, B) -> maps:filter(fun(Element, _) -> is_map_key(Element, B) end, A).

is_disjoint(A, B) when map_size(A) > map_size(B) -> is_disjoint(B, A);
is_disjoint(A, B) -> not lists:any(fun(Element) -> is_map_key(Element, B) end, maps:keys(A)).

subtract(A, B) ->
    maps:filter(fun(Element, _) -> not is_map_key(Element, B) end, A).

is_subset(A, B) when map_size(A) > map_size(B) -> false;
is_subset(A, B) -> lists:all(fun(Element) -> is_map_key(Element, B) end, maps:keys(A)).

fold(Fun, Initial, Set) when is_function(Fun, 2) ->
    lists:foldl(Fun, Initial, maps:keys(Set)).

filter(Predicate, Set) when is_function(Predicate, 1) ->
    maps:filter(fun(Element, _) -> Predicate(Element) end, Set).

map(Fun, Set) when is_function(Fun, 1) ->
    from_list([Fun(Element) || Element <- maps:keys(Set)]).

filtermap(Fun, Set) when is_function(Fun, 1) ->
    from_list(lists:filtermap(Fun, maps:keys(Set))).
