%% lists natives with improper and odd lists: member, reverse, keyfind, and ++.
-module(match_on_lists).
-export([start/0]).

start() ->
    Imp = [1, 2 | 3],
    calls(lists, member, [[1, Imp], [9, Imp], [3, Imp], [1, x], [x, []]]),
    calls(lists, reverse, [[Imp, []], [Imp], [[1, 2], x], [x, []]]),
    calls(lists, keyfind, [[1, 1, [{1, a} | x]], [2, 1, [{1, a} | x]], [a, 2, [{1}, {1, a}]], [a, -1, []]]),
    calls(lists, keymember, [[1, 1, [{1, a} | x]], [2, 1, [{1, a} | x]]]),
    calls(lists, keysearch, [[1, 1, [{1, a} | x]], [2, 1, [{1, a} | x]]]),
    calls(erlang, '++', [[Imp, [1]], [[1], Imp], [[], Imp]]),
    calls(erlang, '--', [[Imp, [1]], [[1, 2, 3], Imp], [[], Imp], [[1, 2], []]]),
    calls(erlang, length, [[Imp], [[1 | []]]]),
    calls(erlang, list_to_tuple, [[Imp]]),
    calls(erlang, list_to_binary, [[Imp], [[1, <<2>> | <<3>>]]]),
    calls(erlang, list_to_atom, [[Imp], [[97 | 98]]]),
    calls(erlang, list_to_integer, [[[$1 | $2]]]),
    calls(erlang, iolist_size, [[Imp], [[1 | <<2>>]]]),
    ok.

calls(Module, Function, Lists) ->
    [io:format("~0p ~0p -> ~0p~n", [Function, Arguments, outcome(Module, Function, Arguments)]) || Arguments <- Lists],
    ok.

outcome(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments)
    catch Class:Reason:Stack -> {Class, Reason, frame(Stack)}
    end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.
