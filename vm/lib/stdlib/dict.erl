%% Dictionaries: a map in a tagged tuple, as the type is opaque.
%%
%% Invariant: keys are the same when they match (=:=). The order of to_list/1 and fold/3 is that of the map, where
%% OTP's is that of its hash table.
-module(dict).

-compile({no_auto_import, [size/1]}).

-export([new/0, is_key/2, to_list/1, from_list/1, size/1, is_empty/1, fetch/2, find/2, fetch_keys/1, erase/2, take/2,
         store/3, append/3, append_list/3, update/3, update/4, update_counter/3, fold/3, map/2, filter/2, merge/3]).

new() ->
    {dict, #{}}.

is_key(Key, {dict, Map}) ->
    is_map_key(Key, Map).

to_list({dict, Map}) ->
    maps:to_list(Map).

from_list(Pairs) ->
    {dict, maps:from_list(Pairs)}.

size({dict, Map}) ->
    map_size(Map).

is_empty({dict, Map}) ->
    map_size(Map) =:= 0.

fetch(Key, {dict, Map} = Dictionary) ->
    case Map of
        #{Key := Value} -> Value;
        #{} -> erlang:error(badarg, [Key, Dictionary])
    end.

find(Key, {dict, Map}) ->
    maps:find(Key, Map).

fetch_keys({dict, Map}) ->
    maps:keys(Map).

erase(Key, {dict, Map}) ->
    {dict, maps:remove(Key, Map)}.

take(Key, {dict, Map}) ->
    case maps:take(Key, Map) of
        {Value, Rest} -> {Value, {dict, Rest}};
        error -> error
    end.

store(Key, Value, {dict, Map}) ->
    {dict, Map#{Key => Value}}.

append(Key, Value, Dictionary) ->
    append_list(Key, [Value], Dictionary).

append_list(Key, Values, Dictionary) when is_list(Values) ->
    update(Key, fun(Present) -> Present ++ Values end, Values, Dictionary).

update(Key, Change, {dict, Map} = Dictionary) ->
    case Map of
        #{Key := Value} -> {dict, Map#{Key := Change(Value)}};
        #{} -> erlang:error(badarg, [Key, Change, Dictionary])
    end.

update(Key, Change, Initial, {dict, Map}) ->
    case Map of
        #{Key := Value} -> {dict, Map#{Key := Change(Value)}};
        #{} -> {dict, Map#{Key => Initial}}
    end.

update_counter(Key, Increment, Dictionary) when is_number(Increment) ->
    update(Key, fun(Count) -> Count + Increment end, Increment, Dictionary).

fold(Fun, Initial, {dict, Map}) ->
    maps:fold(Fun, Initial, Map).

map(Fun, {dict, Map}) ->
    {dict, maps:map(Fun, Map)}.

filter(Predicate, {dict, Map}) ->
    {dict, maps:filter(Predicate, Map)}.

merge(Combine, {dict, Map1}, {dict, Map2}) ->
    {dict, maps:merge_with(Combine, Map1, Map2)}.
