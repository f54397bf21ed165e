%% hd, tl, length, ++, --, apply and comparisons as functions, at their edges.
-module(list_functions).
-export([start/0]).

start() ->
    calls(erlang, hd, [[[a, b]], [[a | b]], [[]], [x], [{}]]),
    calls(erlang, tl, [[[a, b]], [[a | b]], [[]], [x]]),
    calls(erlang, length, [[[a, b]], [[]], [[a | b]], [x], ["text"]]),
    calls(erlang, '++', [[[1], [2]], [[], x], [[1], x], [x, []], [[1 | 2], [3]]]),
    calls(erlang, '--', [[[1, 2, 1, 3], [1, 3]], [[], []], [x, []], [[1], x], [[1.0], [1]], [[1 | 2], []]]),
    calls(erlang, append, [[[1], [2]], [x, y]]),
    calls(erlang, subtract, [[[1], [1]], [x, y]]),
    calls(erlang, '+', [[1, 2], [1, a], [1.0e308, 1.0e308], [1]]),
    calls(erlang, 'div', [[7, -2], [7, 0], [7.0, 2], [-7, 2]]),
    calls(erlang, 'rem', [[7, -2], [-7, 2], [7, 0], [a, 1]]),
    calls(erlang, '/', [[7, 2], [7, 0], [7, 0.0], [a, 1]]),
    calls(erlang, 'bsl', [[1, 70], [1, -1], [-1, -70], [1.0, 1], [0, 1 bsl 70], [5, -(1 bsl 70)]]),
    calls(erlang, 'bnot', [[0], [-1], [1 bsl 70], [1.0]]),
    calls(erlang, 'band', [[-1, 255], [1 bsl 70, -1], [a, 1]]),
    calls(erlang, '=<', [[1, 1.0], [a, 1], [[], {}]]),
    calls(erlang, 'not', [[true], [a]]),
    calls(erlang, 'and', [[true, false], [true, a]]),
    calls(erlang, max, [[1, 1.0], [1.0, 1], [a, "b"]]),
    calls(erlang, apply, [[lists, reverse, [[1, 2]]], [lists, reverse, x], [lists, reverse, [a | b]], ["m", f, []]]),
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
