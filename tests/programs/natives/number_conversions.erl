%% Numbers to and from text with bases, options and sizes, and what is refused.
-module(number_conversions).
-export([start/0]).

start() ->
    calls(erlang, integer_to_list, [[0], [-255], [255, 16], [-255, 2], [35, 36], [1 bsl 70, 36], [1.0], [1, 1], [1, 37], [a, 10], [1, a]]),
    calls(erlang, integer_to_binary, [[0], [-255, 16], [1 bsl 100], [a], [1, 0]]),
    calls(erlang, list_to_integer, [["0"], ["-0"], ["+7"], ["ff", 16], ["FF", 16], ["zz", 36], ["12345678901234567890"], [""], ["-"], ["1 "], [" 1"], ["1.0"], ["2", 2], [x], [["1"]], ["1_0"]]),
    calls(erlang, binary_to_integer, [[<<"42">>], [<<"-7f">>, 16], [<<"+1">>], [<<>>], [<<"x">>], [<<"1\n">>], ["1"], [<<1:3>>], [<<"9">>, 8]]),
    calls(erlang, float_to_list, [[1.0], [-0.5, [{decimals, 0}]], [1.0e10, [{decimals, 3}, compact]], [1.5, [{scientific, 0}]], [123.456, [short]], [1.0e100, [short]], [1], [1.0, [x]], [1.0, [{decimals, 254}]], [1.0, [{decimals, -1}]], [1.0, [{scientific, 250}]]]),
    calls(erlang, float_to_binary, [[2.5, [{decimals, 1}]], [3.14159, [{decimals, 2}]], [0.1, [short]], [x], [1.0, x]]),
    calls(erlang, list_to_float, [["1.5"], ["-1.5e-5"], ["1.5E+5"], ["1"], ["1.e5"], [".5"], ["1.5x"], [x]]),
    calls(erlang, binary_to_float, [[<<"1.5">>], [<<"1">>], [<<>>], ["1.5"], [<<"1.0e999">>]]),
    calls(erlang, trunc, [[2.9], [-2.9], [5], [1.0e25], [a]]),
    calls(erlang, round, [[2.5], [-2.5], [0.49999999999999994], [a]]),
    calls(erlang, float, [[3], [1 bsl 60], [1 bsl 1024], [x]]),
    calls(erlang, abs, [[-3], [-3.5], [-(1 bsl 70)], [a]]),
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
