%% Tuples made, changed, read and measured, at their edges, and what is refused.
-module(tuple_functions).
-export([start/0]).

start() ->
    T = {a, b, c},
    calls(erlang, element, [[1, T], [3, T], [0, T], [4, T], [-1, T], [a, T], [1, x], [1 bsl 70, T], [1.0, T]]),
    calls(erlang, setelement, [[1, T, z], [3, T, z], [0, T, z], [4, T, z], [a, T, z], [1, x, z]]),
    calls(erlang, make_tuple, [[0, x], [3, x], [-1, x], [a, x], [3, x, [{2, y}]], [3, x, [{2, y}, {2, z}]], [3, x, [{4, y}]], [3, x, [{0, y}]], [3, x, y], [2, x, [{1, a}, b]]]),
    calls(erlang, append_element, [[T, d], [{}, a], [x, a]]),
    calls(erlang, delete_element, [[1, T], [3, T], [0, T], [4, T], [1, {}], [1, {x}]]),
    calls(erlang, insert_element, [[1, T, z], [4, T, z], [5, T, z], [0, T, z], [1, {}, z], [x, T, z]]),
    calls(erlang, tuple_size, [[T], [{}], [x], [[a]]]),
    calls(erlang, tuple_to_list, [[T], [{}], [x]]),
    calls(erlang, list_to_tuple, [[[a, b]], [[]], [x], [[a | b]]]),
    calls(erlang, size, [[T], [<<1, 2, 3:4>>], [{}], [x], [[a]], [#{}]]),
    calls(erlang, is_record, [[{r, 1}, r], [{r, 1}, r, 2], [{r, 1}, r, 3], [{}, r], [x, r], [{r}, 5], [{r}, r, -1]]),
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
