%% Every type test, in guards and as plain calls, over values of every type.
-module(type_tests).
-export([start/0]).

start() ->
    Values = [1, 1 bsl 90, 1.5, a, true, self(), make_ref(), fun() -> 1 end, fun lists:map/2, {}, {a, b}, #{}, [],
              [a], [a | b], "s", <<>>, <<1>>, <<1:1>>],
    [erlang:display(tests(V)) || V <- Values],
    erlang:display([kind(V) || V <- Values]),
    ok.

tests(V) ->
    Tests = [{atom, is_atom(V)}, {binary, is_binary(V)}, {bitstring, is_bitstring(V)}, {boolean, is_boolean(V)},
             {float, is_float(V)}, {function, is_function(V)}, {integer, is_integer(V)}, {list, is_list(V)},
             {map, is_map(V)}, {number, is_number(V)}, {pid, is_pid(V)}, {port, is_port(V)},
             {reference, is_reference(V)}, {tuple, is_tuple(V)}, {pair, is_record(V, a, 2)}],
    [Name || {Name, true} <- Tests].

kind(V) when is_boolean(V) -> boolean;
kind(V) when is_atom(V) -> atom;
kind(V) when is_float(V) -> float;
kind(V) when is_integer(V), V > 1 bsl 59 -> big;
kind(V) when is_integer(V) -> integer;
kind(V) when is_pid(V) -> pid;
kind(V) when is_port(V) -> port;
kind(V) when is_reference(V) -> reference;
kind(V) when is_function(V, 0) -> thunk;
kind(V) when is_function(V) -> function;
kind(V) when is_record(V, a, 2) -> record;
kind(V) when is_tuple(V) -> tuple;
kind(V) when is_map(V) -> map;
kind([]) -> nil;
kind(V) when is_list(V) -> list;
kind(V) when is_binary(V) -> binary;
kind(V) when is_bitstring(V) -> bitstring.
