%% Property lists: atoms that stand for {Atom, true}, and keyed tuples.
%%
%% Invariant: the first entry for a key shadows later ones; what is neither an atom nor a tuple is passed over.
-module(proplists).

-export([property/1, property/2, unfold/1, compact/1, get_value/2, get_value/3, get_bool/2, get_keys/1,
         get_all_values/2, append_values/2, is_defined/2, lookup/2, lookup_all/2, delete/2, split/2,
         substitute_aliases/2, substitute_negations/2, expand/2, normalize/2, to_map/1, to_map/2, from_map/1]).

property({Key, true}) when is_atom(Key) -> Key;
property(Property) -> Property.

property(Key, true) when is_atom(Key) -> Key;
property(Key, Value) -> {Key, Value}.

unfold([Key | Rest]) when is_atom(Key) -> [{Key, true} | unfold(Rest)];
unfold([Property | Rest]) -> [Property | unfold(Rest)];
unfold([]) -> [].

compact(List) ->
    [property(Property) || Property <- List].

%% Looking up.

lookup(Key, [Property | _]) when is_atom(Property), Property =:= Key -> {Key, true};
lookup(Key, [Property | _]) when tuple_size(Property) >= 1, element(1, Property) =:= Key -> Property;
lookup(Key, [_ | Rest]) -> lookup(Key, Rest);
lookup(_, []) -> none.

lookup_all(Key, [Property | Rest]) ->
    case is_for(Key, Property) of
        true when is_atom(Property) -> [{Key, true} | lookup_all(Key, Rest)];
        true -> [Property | lookup_all(Key, Rest)];
        false -> lookup_all(Key, Rest)
    end;
lookup_all(_, []) ->
    [].

is_for(Key, Property) when is_atom(Property) -> Property =:= Key;
is_for(Key, Property) when tuple_size(Property) >= 1 -> element(1, Property) =:= Key;
is_for(_, _) -> false.

is_defined(Key, [Property | Rest]) -> is_for(Key, Property) orelse is_defined(Key, Rest);
is_defined(_, []) -> false.

get_value(Key, List) ->
    get_value(Key, List, undefined).

get_value(Key, [{Key, Value} | _], _) ->
    Value;
get_value(Key, [Property | Rest], Default) ->
    case is_for(Key, Property) of
        true when is_atom(Property) -> true;
        true -> Default;
        false -> get_value(Key, Rest, Default)
    end;
get_value(_, [], Default) ->
    Default.

get_all_values(Key, [{Key, Value} | Rest]) -> [Value | get_all_values(Key, Rest)];
get_all_values(Key, [Key | Rest]) when is_atom(Key) -> [true | get_all_values(Key, Rest)];
get_all_values(Key, [_ | Rest]) -> get_all_values(Key, Rest);
get_all_values(_, []) -> [].

append_values(Key, List) ->
    append_all(get_all_values(Key, List)).

append_all([Value | Rest]) when is_list(Value) -> Value ++ append_all(Rest);
append_all([Value | Rest]) -> [Value | append_all(Rest)];
append_all([]) -> [].

get_bool(Key, List) ->
    lookup(Key, List) =:= {Key, true}.

get_keys(List) ->
    get_keys(List, #{}).

get_keys([Property | Rest], Seen) ->
    Key =
        case Property of
            _ when tuple_size(Property) >= 1 -> {key, element(1, Property)};
            _ when is_atom(Property) -> {key, Property};
            _ -> none
        end,
    case Key of
        {key, Name} when not is_map_key(Name, Seen) -> get_keys(Rest, Seen#{Name => []});
        _ -> get_keys(Rest, Seen)
    end;
get_keys([], Seen) ->
    sets:to_list(Seen).

delete(Key, [Property | Rest]) ->
    case is_for(Key, Property) of
        true -> delete(Key, Rest);
        false -> [Property | delete(Key, Rest)]
    end;
delete(_, []) ->
    [].

%% Rewriting.

substitute_aliases(Aliases, List) ->
    [aliased(Property, Aliases) || Property <- List].

aliased(Property, Aliases) when is_atom(Property) ->
    case lists:keyfind(Property, 1, Aliases) of
        {Property, Name} -> property(Name, true);
        _ -> Property
    end;
aliased(Property, Aliases) when tuple_size(Property) >= 1 ->
    Key = element(1, Property),
    case lists:keyfind(Key, 1, Aliases) of
        {Key, Name} -> property(setelement(1, Property, Name));
        _ -> Property
    end;
aliased(Property, _) ->
    Property.

substitute_negations(Negations, List) ->
    [negated(Property, Negations) || Property <- List].

negated(Property, Negations) ->
    case negation(Property, Negations) of
        {_, Opposite} when is_atom(Property); Property =:= {element(1, Property), true} -> property(Opposite, false);
        {_, Opposite} -> property(Opposite, true);
        false -> Property
    end.

negation(Property, Negations) when is_atom(Property) -> exact(Property, Negations);
negation(Property, Negations) when tuple_size(Property) >= 1 -> exact(element(1, Property), Negations);
negation(_, _) -> false.

exact(Key, Pairs) ->
    case lists:keyfind(Key, 1, Pairs) of
        {Key, _} = Pair -> Pair;
        _ -> false
    end.

%% Each expansion {Property, Properties} replaces what is equal to the property; the first entry for a key decides.
%% The result is flattened, whatever the list held.
expand(Expansions, List) ->
    lists:flatten(lists:foldl(fun expand_one/2, List, Expansions)).

expand_one({Property, Expansion}, List) ->
    expand_in(List, property(Property), Expansion, key_of(property(Property))).

key_of(Property) when is_atom(Property) -> Property;
key_of(Property) -> element(1, Property).

expand_in([Property | Rest], Wanted, Expansion, Key) ->
    case is_for(Key, Property) of
        true ->
            case property(Property) =:= Wanted of
                true -> [Expansion | delete(Key, Rest)];
                false -> [property(Property) | Rest]
            end;
        false ->
            [Property | expand_in(Rest, Wanted, Expansion, Key)]
    end;
expand_in([], _, _, _) ->
    [].

normalize(List, [{aliases, Aliases} | Stages]) -> normalize(substitute_aliases(Aliases, List), Stages);
normalize(List, [{negations, Negations} | Stages]) -> normalize(substitute_negations(Negations, List), Stages);
normalize(List, [{expand, Expansions} | Stages]) -> normalize(expand(Expansions, List), Stages);
normalize(List, []) -> compact(List).

split(List, Keys) ->
    {Sublists, Rest} = split(List, maps:from_list([{Key, []} || Key <- Keys]), []),
    {[lists:reverse(maps:get(Key, Sublists)) || Key <- Keys], lists:reverse(Rest)}.

split([Property | Rest], Sublists, Others) ->
    Key =
        case Property of
            _ when is_atom(Property) -> Property;
            _ when tuple_size(Property) >= 1 -> element(1, Property);
            _ -> Property
        end,
    case Sublists of
        #{Key := Found} when is_atom(Property); is_tuple(Property) ->
            split(Rest, Sublists#{Key := [Property | Found]}, Others);
        #{} ->
            split(Rest, Sublists, [Property | Others])
    end;
split([], Sublists, Others) ->
    {Sublists, Others}.

to_map(List) ->
    lists:foldr(fun(Property, Map) ->
                    case Property of
                        {Key, Value} -> Map#{Key => Value};
                        _ when is_atom(Property) -> Map#{Property => true};
                        _ when tuple_size(Property) >= 1 -> maps:remove(element(1, Property), Map);
                        _ -> Map
                    end
                end, #{}, List).

to_map(List, Stages) ->
    to_map(normalize(List, Stages)).

from_map(Map) ->
    maps:to_list(Map).
