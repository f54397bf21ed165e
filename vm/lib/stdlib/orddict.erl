%% Dictionaries as sorted lists of {Key, Value}; keys compare by ==.
%%
%% Invariant: every dictionary given and taken is strictly ascending by key.
-module(orddict).

-export([new/0, is_key/2, to_list/1, from_list/1, size/1, is_empty/1, fetch/2, find/2, fetch_keys/1, erase/2, take/2,
         store/3, append/3, append_list/3, update/3, update/4, update_counter/3, fold/3, map/2, filter/2, merge/3]).

new() ->
    [].

is_key(Key, Dictionary) ->
    find(Key, Dictionary) =/= error.

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

is_empty([]) -> true;
is_empty([_ | _]) -> false.

fetch(Key, [{Other, _} | Rest]) when Key > Other -> fetch(Key, Rest);
fetch(Key, [{Other, Value} | _]) when Key == Other -> Value.

find(Key, [{Other, _} | _]) when Key < Other -> error;
find(Key, [{Other, _} | Rest]) when Key > Other -> find(Key, Rest);
find(_, [{_, Value} | _]) -> {ok, Value};
find(_, []) -> error.

fetch_keys([{Key, _} | Rest]) -> [Key | fetch_keys(Rest)];
fetch_keys([]) -> [].

erase(Key, [{Other, _} | _] = Dictionary) when Key < Other -> Dictionary;
erase(Key, [{Other, _} = Pair | Rest]) when Key > Other -> [Pair | erase(Key, Rest)];
erase(_, [_ | Rest]) -> Rest;
erase(_, []) -> [].

take(Key, Dictionary) ->
    take(Key, Dictionary, []).

take(Key, [{Other, _} | _], _) when Key < Other -> error;
take(Key, [{Other, _} = Pair | Rest], Seen) when Key > Other -> take(Key, Rest, [Pair | Seen]);
take(_, [{_, Value} | Rest], Seen) -> {Value, lists:reverse(Seen, Rest)};
take(_, [], _) -> error.

store(Key, Value, Dictionary) ->
    put_with(Key, fun(_) -> Value end, Value, Dictionary, Key).

append(Key, Value, Dictionary) ->
    append_list(Key, [Value], Dictionary).

append_list(Key, Values, Dictionary) ->
    put_with(Key, fun(Present) -> Present ++ Values end, Values, Dictionary, keep).

%% Changes the value of a key or puts a first one in its place. The old key stays unless a new one is given.
put_with(Key, _, Value, [{Other, _} | _] = Dictionary, _) when Key < Other ->
    [{Key, Value} | Dictionary];
put_with(Key, Change, Value, [{Other, _} = Pair | Rest], NewKey) when Key > Other ->
    [Pair | put_with(Key, Change, Value, Rest, NewKey)];
put_with(Key, Change, _, [{_, Present} | Rest], keep) ->
    [{Key, Change(Present)} | Rest];
put_with(_, Change, _, [{_, Present} | Rest], NewKey) ->
    [{NewKey, Change(Present)} | Rest];
put_with(Key, _, Value, [], _) ->
    [{Key, Value}].

update(Key, Change, [{Other, _} = Pair | Rest]) when Key > Other -> [Pair | update(Key, Change, Rest)];
update(Key, Change, [{Other, Value} | Rest]) when Key == Other -> [{Key, Change(Value)} | Rest].

update(Key, Change, Initial, Dictionary) ->
    put_with(Key, Change, Initial, Dictionary, Key).

update_counter(Key, Increment, Dictionary) ->
    put_with(Key, fun(Count) -> Count + Increment end, Increment, Dictionary, Key).

fold(Fun, Initial, [{Key, Value} | Rest]) -> fold(Fun, Fun(Key, Value, Initial), Rest);
fold(Fun, Result, []) when is_function(Fun, 3) -> Result.

map(Fun, [{Key, Value} | Rest]) -> [{Key, Fun(Key, Value)} | map(Fun, Rest)];
map(Fun, []) when is_function(Fun, 2) -> [].

filter(Predicate, [{Key, Value} = Pair | Rest]) ->
    case Predicate(Key, Value) of
        true -> [Pair | filter(Predicate, Rest)];
        false -> filter(Predicate, Rest)
    end;
filter(Predicate, []) when is_function(Predicate, 2) ->
    [].

merge(Combine, [{Key1, _} = Pair | Rest], [{Key2, _} | _] = Other) when Key1 < Key2 ->
    [Pair | merge(Combine, Rest, Other)];
merge(Combine, [{Key1, _} | _] = Other, [{Key2, _} = Pair | Rest]) when Key1 > Key2 ->
    [Pair | merge(Combine, Other, Rest)];
merge(Combine, [{Key, Value1} | Rest1], [{_, Value2} | Rest2]) ->
    [{Key, Combine(Key, Value1, Value2)} | merge(Combine, Rest1, Rest2)];
merge(Combine, [], Other) when is_function(Combine, 3) ->
    Other;
merge(Combine, Other, []) when is_function(Combine, 3) ->
    Other.
