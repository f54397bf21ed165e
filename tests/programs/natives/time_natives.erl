%% convert_time_unit, unique_integer, and the times, with every unit.
-module(time_natives).
-export([start/0]).

start() ->
    calls(erlang, convert_time_unit, [[1, second, millisecond], [1500, millisecond, second], [-1500, millisecond, second], [1, nanosecond, second], [-1, nanosecond, second], [1 bsl 70, nanosecond, second], [5, 1, 1000], [1, second, 3], [1, x, second], [1, second, 0], [1, second, -1], [x, second, second]]),
    [io:format("~w ~w~n", [U, is_integer(erlang:monotonic_time(U))]) || U <- [second, millisecond, microsecond, nanosecond, native, perf_counter, 1, 1000]],
    calls(erlang, monotonic_time, [[x], [0], [-5], ["s"]]),
    calls(erlang, system_time, [[x], [0]]),
    calls(erlang, time_offset, [[x], [0]]),
    calls(erlang, unique_integer, [[x], [[x]], [[positive | x]]]),
    [io:format("~w~n", [erlang:convert_time_unit(erlang:convert_time_unit(N, second, nanosecond), nanosecond, second) =:= N]) || N <- [0, 1, -1, 1000000]],
    A = erlang:monotonic_time(nanosecond),
    timer:sleep(2),
    B = erlang:monotonic_time(nanosecond),
    io:format("~w~n", [B - A >= 2000000]),
    io:format("~w~n", [abs(erlang:system_time(second) - erlang:system_time(millisecond) div 1000) =< 1]),
    io:format("~w~n", [erlang:system_time(second) > 1600000000]),
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
