%% Conversions of the wrong kind of term raise badarg
-module(badarg_of_conversions).
-export([start/0]).

start() ->
    Values = [a, 1, 1.5, "x", <<"x">>, {}, #{}, [], <<1:3>>],
    each(fun atom_to_list/1, Values),
    each(fun integer_to_list/1, Values),
    each(fun list_to_integer/1, Values),
    each(fun binary_to_integer/1, Values),
    each(fun list_to_tuple/1, Values),
    each(fun tuple_to_list/1, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
