%% lists: key functions with tuples that are too short, other terms,.
-module(keys_of_tuples).
-export([start/0]).

start() ->
    L = [{a, 1}, {1, b}, x, {}, {1.0, c}, {a, 2, 3}, "no tuple", {b, a}],
    calls(lists, keyfind, [[a, 1, L], [1, 1, L], [1.0, 1, L], [b, 2, L], [3, 3, L], [z, 1, L], [a, 4, L]]),
    calls(lists, keymember, [[a, 1, L], [c, 2, L], [z, 1, L]]),
    calls(lists, keysearch, [[a, 1, L], [z, 1, L]]),
    calls(lists, keydelete, [[a, 1, L], [c, 2, L], [z, 9, L]]),
    calls(lists, keyreplace, [[a, 1, L, {new}], [z, 1, L, {new}]]),
    calls(lists, keystore, [[a, 1, L, {new}], [z, 1, L, {new}]]),
    calls(lists, keytake, [[b, 1, L], [z, 1, L]]),
    calls(lists, keysort, [[1, [{b}, {a, x}, {1}, {c, d, e}]], [1, []], [1, [{x}]]]),
    calls(lists, ukeysort, [[1, [{b, 1}, {a, 2}, {b, 3}]], [1, [{1, a}, {1.0, b}]]]),
    calls(lists, keymerge, [[1, [{a, 1}], [{a, 2}, {b, 1}]], [1, [], []]]),
    calls(lists, ukeymerge, [[1, [{a, 1}], [{a, 2}, {b, 1}]]]),
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
