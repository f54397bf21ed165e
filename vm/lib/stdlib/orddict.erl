%% Dictionaries as sorted lists of {Key, Value}; keys compare by ==.
%%
%% Invariant: every dictionary given and taken is strictly ascending by key.
-module(orddict).

-export([new/0, is_key/2, to_list/1, from_list/1, size/1, is_empty/1, fetch/2, find/2, fetch_keys/1, erase/2, take/2,
         store/3, append/3, append_list/3, update/3, update/4, update_counter/3, fold/3, map/2, filter/2, merge/3]).

new() ->
    [].

to_list(Dictionary) ->
    Dictionary.

from_list([]) ->
    [];
from_list([{_, _}] = Pairs) ->
    Pairs;
from_list(Pairs) ->
    lists:ukeysort(1, reversed(Pairs, [])).

%% The last pair of a key counts, so it has to come first.
reversed([{_, _} = Pair | Rest], Seen) -> reversed(Rest, [Pair | Seen]);
reversed([], Seen) -> Seen.

size(Dictionary) ->
    length(Dictionary).

is_empty(Dictionary) when is_list(Dictionary) ->
    Dictionary =:= [].

%% One key.

is_key(Key, Dictionary) ->
    find(Key, Dictionary) =/= error.

find(Key, Dictionary) ->
    case lists:keyfind(Key, 1, Dictionary) of
        {_, Value} -> {ok, Value};
        false -> error
    end.

fetch(Key, Dictionary) ->
    case find(Key, Dictionary) of
        {ok, Value} -> Value;
        error -> erlang:error(function_clause, [Key, Dictionary])
    end.

take(Key, Dictionary) ->
    case around(Key, Dictionary) of
        {_, none, _} -> error;
        {Smaller, {_, Value}, Larger} -> {Value, lists:reverse(Smaller, Larger)}
    end.

erase(Key, Dictionary) ->
    case take(Key, Dictionary) of
        {_, Rest} -> Rest;
        error -> Dictionary
    end.

store(Key, Value, Dictionary) ->
    {Smaller, _, Larger} = around(Key, Dictionary),
    lists:reverse(Smaller, [{Key, Value} | Larger]).

append(Key, Value, Dictionary) ->
    append_list(Key, [Value], Dictionary).

append_list(Key, Values, Dictionary) ->
    update(Key, fun(Present) -> Present ++ Values end, Values, Dictionary).

update(Key, Change, Dictionary) ->
    case around(Key, Dictionary) of
        {_, none, _} -> erlang:error(function_clause, [Key, Change, Dictionary]);
        {Smaller, {_, Value}, Larger} -> lists:reverse(Smaller, [{Key, Change(Value)} | Larger])
    end.

update(Key, Change, Initial, Dictionary) ->
    case around(Key, Dictionary) of
        {Smaller, none, Larger} -> lists:reverse(Smaller, [{Key, Initial} | Larger]);
        {Smaller, {_, Value}, Larger} -> lists:reverse(Smaller, [{Key, Change(Value)} | Larger])
    end.

update_counter(Key, Increment, Dictionary) ->
    update(Key, fun(Count) -> Count + Increment end, Increment, Dictionary).

%% Pairs of smaller keys, the smallest last; the pair of the key, if there is one; pairs of larger keys.
around(Key, Dictionary) ->
    around(Key, Dictionary, []).

around(Key, [{Other, _} = Pair | Rest], Smaller) ->
    if
        Other < Key -> around(Key, Rest, [Pair | Smaller]);
        Other == Key -> {Smaller, Pair, Rest};
        true -> {Smaller, none, [Pair | Rest]}
    end;
around(_, [], Smaller) ->
    {Smaller, none, []}.

%% All keys.

fetch_keys(Dictionary) ->
    [Key || {Key, _} <- Dictionary].

fold(Fun, Initial, Dictionary) when is_function(Fun, 3) ->
    lists:foldl(fun({Key, Value}, Result) -> Fun(Key, Value, Result) end, Initial, Dictionary).

map(Fun, Dictionary) when is_function(Fun, 2) ->
    [{Key, Fun(Key, Value)} || {Key, Value} <- Dictionary].

filter(Predicate, Dictionary) when is_function(Predicate, 2) ->
    lists:filter(fun({Key, Value}) -> Predicate(Key, Value) end, Dictionary).

%% What both have is combined in order of keys, under the first one's.
merge(Combine, First, Second) when is_function(Combine, 3) ->
    merged(Combine, First, Second, []).

merged(Combine, [{Key, Value} = Pair | Rest], Second, Merged) ->
    {Smaller, Same, Larger} = around(Key, Second),
    Own = case Same of
        none -> Pair;
        {_, Other} -> {Key, Combine(Key, Value, Other)}
    end,
    merged(Combine, Rest, Larger, [Own | Smaller ++ Merged]);
merged(_, [], Second, Merged) ->
    lists:reverse(Merged, Second).
