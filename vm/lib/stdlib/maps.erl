%% Maps: the functions over them that the virtual machine does not do itself.
%%
%% Invariant: anything that is not a map, or not an iterator, raises {badmap, Term} or badarg as OTP does.
%% An iterator is none, or {Key, Value, NextIterator}, or [Kind | Map] as erts_internal:map_next/3 walks it, or a list
%% of keys in a wanted order with their map.
-module(maps).

-export([get/2, find/2, from_list/1, from_keys/2, is_key/2, keys/1, merge/2, put/3, remove/2, take/2,
         to_list/1, update/3, values/1]).
-export([get/3, filter/2, filtermap/2, fold/3, foreach/2, map/2, size/1, new/0, update_with/3, update_with/4,
         without/2, with/2, iterator/1, iterator/2, next/1, intersect/2, intersect_with/3, merge_with/3,
         groups_from_list/2, groups_from_list/3]).
-export([iterator_to_list/1]).

-compile({no_auto_import, [size/1]}).

%% Natives.

get(_Key, _Map) -> erlang:nif_error(undef).
find(_Key, _Map) -> erlang:nif_error(undef).
from_list(_Pairs) -> erlang:nif_error(undef).
from_keys(_Keys, _Value) -> erlang:nif_error(undef).
is_key(_Key, _Map) -> erlang:nif_error(undef).
keys(_Map) -> erlang:nif_error(undef).
merge(_Map1, _Map2) -> erlang:nif_error(undef).
put(_Key, _Value, _Map) -> erlang:nif_error(undef).
remove(_Key, _Map) -> erlang:nif_error(undef).
take(_Key, _Map) -> erlang:nif_error(undef).
to_list(_Map) -> erlang:nif_error(undef).
update(_Key, _Value, _Map) -> erlang:nif_error(undef).
values(_Map) -> erlang:nif_error(undef).

%% Building and looking up.

new() ->
    #{}.

size(Map) ->
    try
        map_size(Map)
    catch
        error:{badmap, _} -> erlang:error({badmap, Map}, [Map])
    end.

get(Key, Map, Default) when is_map(Map) ->
    case Map of
        #{Key := Value} -> Value;
        #{} -> Default
    end;
get(Key, Map, Default) ->
    erlang:error({badmap, Map}, [Key, Map, Default]).

%% Where to_list/1, which is native, goes on with an iterator.
iterator_to_list(Iterator) ->
    pairs(start(Iterator, to_list, [Iterator])).

pairs(none) -> [];
pairs({Key, Value, Iterator}) -> [{Key, Value} | pairs(next(Iterator))].

update_with(Key, Fun, Map) when is_function(Fun, 1), is_map(Map) ->
    case Map of
        #{Key := Value} -> Map#{Key := Fun(Value)};
        #{} -> erlang:error({badkey, Key}, [Key, Fun, Map])
    end;
update_with(Key, Fun, Map) ->
    erlang:error(bad_argument(Map), [Key, Fun, Map]).

update_with(Key, Fun, Initial, Map) when is_function(Fun, 1), is_map(Map) ->
    case Map of
        #{Key := Value} -> Map#{Key := Fun(Value)};
        #{} -> Map#{Key => Initial}
    end;
update_with(Key, Fun, Initial, Map) ->
    erlang:error(bad_argument(Map), [Key, Fun, Initial, Map]).

without(Keys, Map) when is_list(Keys), is_map(Map) ->
    lists:foldl(fun remove/2, Map, Keys);
without(Keys, Map) ->
    erlang:error(bad_argument(Map), [Keys, Map]).

with(Keys, Map) when is_list(Keys), is_map(Map) ->
    from_list(present(Keys, Map));
with(Keys, Map) ->
    erlang:error(bad_argument(Map), [Keys, Map]).

present([Key | Keys], Map) ->
    case Map of
        #{Key := Value} -> [{Key, Value} | present(Keys, Map)];
        #{} -> present(Keys, Map)
    end;
present([], _) ->
    [].

%% Iterating. The walk of the virtual machine is asked for its first step when next/1 is called.

iterator(Map) when is_map(Map) ->
    [0 | Map];
iterator(Map) ->
    erlang:error({badmap, Map}, [Map]).

iterator(Map, undefined) when is_map(Map) ->
    iterator(Map);
iterator(Map, ordered) when is_map(Map) ->
    [ordered_keys(Map, fun key_before/2) | Map];
iterator(Map, reversed) when is_map(Map) ->
    [ordered_keys(Map, fun(A, B) -> key_before(B, A) end) | Map];
iterator(Map, Before) when is_map(Map), is_function(Before, 2) ->
    [ordered_keys(Map, Before) | Map];
iterator(Map, Order) ->
    erlang:error(bad_argument(Map), [Map, Order]).

ordered_keys(Map, Before) ->
    lists:sort(Before, keys(Map)).

%% The order of keys: as of terms, but every integer before every float.
key_before(A, B) when is_integer(A), is_float(B) -> true;
key_before(A, B) when is_float(A), is_integer(B) -> false;
key_before(A, B) -> A =< B.

next({Key, Value, Iterator}) ->
    {Key, Value, Iterator};
next([[Key | Keys] | Map]) when is_map(Map) ->
    {Key, get(Key, Map), [Keys | Map]};
next([[] | Map]) when is_map(Map) ->
    none;
next([Path | Map]) when is_integer(Path), is_map(Map) ->
    erts_internal:map_next(Path, Map, iterator);
next(none) ->
    none;
next(Iterator) ->
    erlang:error(badarg, [Iterator]).

%% Functions with a fun. A map or an iterator is taken.

filter(Predicate, Map) when is_function(Predicate, 2) ->
    from_list(filter_pairs(Predicate, start(Map, filter, [Predicate, Map])));
filter(Predicate, Map) ->
    erlang:error(badarg, [Predicate, Map]).

filter_pairs(_, none) ->
    [];
filter_pairs(Predicate, {Key, Value, Iterator}) ->
    case Predicate(Key, Value) of
        true -> [{Key, Value} | filter_pairs(Predicate, next(Iterator))];
        false -> filter_pairs(Predicate, next(Iterator))
    end.

filtermap(Fun, Map) when is_function(Fun, 2) ->
    from_list(filtermap_pairs(Fun, start(Map, filtermap, [Fun, Map])));
filtermap(Fun, Map) ->
    erlang:error(badarg, [Fun, Map]).

filtermap_pairs(_, none) ->
    [];
filtermap_pairs(Fun, {Key, Value, Iterator}) ->
    case Fun(Key, Value) of
        true -> [{Key, Value} | filtermap_pairs(Fun, next(Iterator))];
        {true, NewValue} -> [{Key, NewValue} | filtermap_pairs(Fun, next(Iterator))];
        false -> filtermap_pairs(Fun, next(Iterator))
    end.

fold(Fun, Initial, Map) when is_function(Fun, 3) ->
    fold_pairs(Fun, Initial, start(Map, fold, [Fun, Initial, Map]));
fold(Fun, Initial, Map) ->
    erlang:error(badarg, [Fun, Initial, Map]).

fold_pairs(_, Result, none) -> Result;
fold_pairs(Fun, Result, {Key, Value, Iterator}) -> fold_pairs(Fun, Fun(Key, Value, Result), next(Iterator)).

foreach(Fun, Map) when is_function(Fun, 2) ->
    foreach_pair(Fun, start(Map, foreach, [Fun, Map]));
foreach(Fun, Map) ->
    erlang:error(badarg, [Fun, Map]).

foreach_pair(_, none) ->
    ok;
foreach_pair(Fun, {Key, Value, Iterator}) ->
    Fun(Key, Value),
    foreach_pair(Fun, next(Iterator)).

map(Fun, Map) when is_function(Fun, 2) ->
    from_list(map_pairs(Fun, start(Map, map, [Fun, Map])));
map(Fun, Map) ->
    erlang:error(badarg, [Fun, Map]).

map_pairs(_, none) -> [];
map_pairs(Fun, {Key, Value, Iterator}) -> [{Key, Fun(Key, Value)} | map_pairs(Fun, next(Iterator))].

%% The first pair; what is neither map nor iterator is the fault of the function that was called.
start(Map, _, _) when is_map(Map) ->
    next([0 | Map]);
start(Iterator, Function, Arguments) ->
    try
        step(erts_internal:mc_iterator(Iterator))
    catch
        error:_:Stack ->
            [_Step, _Start, {_, _, _, Location} | Callers] = Stack,
            erlang:raise(error, {badmap, Iterator}, [{?MODULE, Function, Arguments, Location} | Callers])
    end.

step([]) -> erlang:error(badmap);
step(Step) -> Step.

%% Two maps.

intersect(Map1, Map2) when is_map(Map1), is_map(Map2), map_size(Map1) =< map_size(Map2) ->
    from_list([{Key, get(Key, Map2)} || Key <- keys(Map1), is_map_key(Key, Map2)]);
intersect(Map1, Map2) when is_map(Map1), is_map(Map2) ->
    from_list([{Key, Value} || {Key, Value} <- to_list(Map2), is_map_key(Key, Map1)]);
intersect(Map1, Map2) ->
    erlang:error(bad_maps(Map1, Map2), [Map1, Map2]).

%% The fun sees the value of the first map first; the smaller map is walked.
intersect_with(Combine, Map1, Map2) when is_function(Combine, 3), is_map(Map1), is_map(Map2) ->
    case map_size(Map1) =< map_size(Map2) of
        true ->
            from_list(combined(next(iterator(Map1)), Map2, Combine));
        false ->
            Turned = fun(Key, Value2, Value1) -> Combine(Key, Value1, Value2) end,
            from_list(combined(next(iterator(Map2)), Map1, Turned))
    end;
intersect_with(Combine, Map1, Map2) ->
    erlang:error(bad_maps(Combine, Map1, Map2), [Combine, Map1, Map2]).

combined(none, _, _) ->
    [];
combined({Key, Value, Iterator}, Other, Combine) ->
    case Other of
        #{Key := OtherValue} -> [{Key, Combine(Key, Value, OtherValue)} | combined(next(Iterator), Other, Combine)];
        #{} -> combined(next(Iterator), Other, Combine)
    end.

merge_with(Combine, Map1, Map2) when is_function(Combine, 3), is_map(Map1), is_map(Map2) ->
    case map_size(Map1) > map_size(Map2) of
        true ->
            merge_into(next(iterator(Map2)), Map1, Combine);
        false ->
            merge_into(next(iterator(Map1)), Map2, fun(Key, Value2, Value1) -> Combine(Key, Value1, Value2) end)
    end;
merge_with(Combine, Map1, Map2) ->
    erlang:error(bad_maps(Combine, Map1, Map2), [Combine, Map1, Map2]).

merge_into(none, Map, _) ->
    Map;
merge_into({Key, Value, Iterator}, Map, Combine) ->
    case Map of
        #{Key := Present} -> merge_into(next(Iterator), Map#{Key := Combine(Key, Present, Value)}, Combine);
        #{} -> merge_into(next(Iterator), Map#{Key => Value}, Combine)
    end.

%% Groups keep the order of the list.

groups_from_list(KeyOf, List) when is_function(KeyOf, 1) ->
    groups_from_list(KeyOf, fun(Element) -> Element end, List, [KeyOf, List]);
groups_from_list(KeyOf, List) ->
    erlang:error(badarg, [KeyOf, List]).

groups_from_list(KeyOf, ValueOf, List) when is_function(KeyOf, 1), is_function(ValueOf, 1) ->
    groups_from_list(KeyOf, ValueOf, List, [KeyOf, ValueOf, List]);
groups_from_list(KeyOf, ValueOf, List) ->
    erlang:error(badarg, [KeyOf, ValueOf, List]).

groups_from_list(KeyOf, ValueOf, List, Arguments) ->
    Reversed =
        try
            lists:reverse(List)
        catch
            error:_ -> erlang:error(badarg, Arguments)
        end,
    lists:foldl(fun(Element, Groups) -> grouped(KeyOf(Element), ValueOf(Element), Groups) end, #{}, Reversed).

grouped(Key, Value, Groups) ->
    case Groups of
        #{Key := Values} -> Groups#{Key := [Value | Values]};
        #{} -> Groups#{Key => [Value]}
    end.

%% What is wrong with arguments of which one should be a map.

bad_argument(Map) when is_map(Map) -> badarg;
bad_argument(Map) -> {badmap, Map}.

bad_maps(Map1, Map2) when is_map(Map1), is_map(Map2) -> badarg;
bad_maps(Map1, _) when not is_map(Map1) -> {badmap, Map1};
bad_maps(_, Map2) -> {badmap, Map2}.

bad_maps(Combine, Map1, Map2) when is_function(Combine, 3) -> bad_maps(Map1, Map2);
bad_maps(_, _, _) -> badarg.
