%% lists: nthtail, sublist, split, droplast, seq and duplicate at their borders.
-module(sublists_and_slices).
-export([start/0]).

start() ->
    L = [a, b, c],
    calls(lists, nth, [[1, L], [3, L]]),
    calls(lists, nthtail, [[0, L], [3, L], [2, [x, y | z]]]),
    calls(lists, sublist, [[L, 0], [L, 2], [L, 99], [[], 5], [L, 1, 1], [L, 3, 1], [L, 4, 1], [L, 2, 0], [L, 1, 99]]),
    calls(lists, split, [[0, L], [3, L], [1, [x | y]]]),
    calls(lists, droplast, [[L], [[x]]]),
    calls(lists, last, [[L], [[x]]]),
    calls(lists, seq, [[1, 3], [3, 2], [-2, 2], [0, 0], [1, 9, 4], [9, 1, -4], [1, 1, 0], [2, 1, 1], [1, 2, -1]]),
    calls(lists, duplicate, [[0, x], [2, [a]]]),
    calls(lists, reverse, [[[]], [L], [L, tail], [[], x]]),
    calls(lists, append, [[[]], [[[a], [], [b | c]]], [[a], [b]], [[], x]]),
    calls(lists, flatten, [[[]], [[[[[]]]]], [[a, [b, [c]], "de"]], [[a], [b]]]),
    calls(lists, delete, [[b, L], [z, L], [1.0, [1, 1.0]]]),
    calls(lists, subtract, [[[a, b, a, c], [a, c]], [[], []], [[1, 1.0], [1.0]]]),
    calls(lists, member, [[b, L], [1, [1.0]], [a, []]]),
    calls(lists, min, [[[3, 1.0, a]], [[b, a]], [[1, 1.0]], [[1.0, 1]]]),
    calls(lists, max, [[[3, 1.0, a]], [[1, 1.0]], [[1.0, 1]], [[[], {}]]]),
    calls(lists, sum, [[[]], [[1, 2.5]], [[1 bsl 70, 1]]]),
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
