%% binary_part, split_binary, sizes and lists of binaries, at their edges.
-module(binary_parts).
-export([start/0]).

start() ->
    B = <<"hello">>,
    calls(erlang, binary_part, [[B, 0, 5], [B, 5, 0], [B, 5, -5], [B, 1, 3], [B, {1, 3}], [B, {5, -2}], [B, 0, 6], [B, -1, 1], [B, 6, 0], [B, 0, -1], [x, 0, 0], [B, {1}], [B, {a, 1}], [B, 1 bsl 70, 1]]),
    calls(erlang, split_binary, [[B, 0], [B, 2], [B, 5], [B, 6], [B, -1], [x, 1], [<<1, 2:3>>, 1], [B, a]]),
    calls(erlang, binary_to_list, [[B], [<<>>], [B, 1, 5], [B, 2, 3], [B, 5, 5], [B, 0, 1], [B, 3, 2], [B, 1, 6], [B, 4, 3], [x], [<<1:3>>]]),
    calls(erlang, bitstring_to_list, [[<<1, 2:3>>], [B], [<<>>], [x]]),
    calls(erlang, list_to_binary, [[[1, <<2>>, [3, "abc"]]], [[]], [[256]], [[-1]], [[a]], [[1 | <<2>>]], [[1 | 2]], [x], [[<<1:3>>]], [<<1>>]]),
    calls(erlang, list_to_bitstring, [[[1, <<2:3>>]], [[<<1:1>>, <<1:1>>]], [[1 | <<2:3>>]], [[a]], [x]]),
    calls(erlang, iolist_to_binary, [[[1, <<2>> | <<3>>]], [<<1, 2>>], [[]], [[[[]], "x"]], [x], [[300]], [<<1:3>>]]),
    calls(erlang, iolist_size, [[[1, <<2>> | <<3>>]], [<<>>], [[]], [["abc", [$d]]], [x], [[a]], [[256]]]),
    calls(erlang, byte_size, [[B], [<<1:9>>], [<<>>], [x], [[]]]),
    calls(erlang, bit_size, [[B], [<<1:9>>], [<<>>], [x]]),
    calls(erlang, iolist_to_iovec, [[[1, 2, <<3>>]], [<<>>], [x]]),
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
