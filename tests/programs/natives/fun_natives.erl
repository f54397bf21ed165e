%% make_fun, fun_info, fun_to_list, function_exported and apply on odd arguments.
-module(fun_natives).
-export([start/0]).

start() ->
    calls(erlang, make_fun, [[lists, map, 2], [a, b, 0], ["a", b, 0], [a, 1, 0], [a, b, -1], [a, b, 256], [a, b, c]]),
    calls(erlang, function_exported, [[lists, map, 2], [lists, nothing, 2], [no_module_at_all, f, 0], ["lists", map, 2], [lists, map, -1], [lists, map, x]]),
    calls(erlang, fun_to_list, [[fun lists:map/2], [x], [fun 'a b':'C'/0]]),
    calls(erlang, fun_info, [[fun lists:map/2], [fun lists:map/2, name], [fun lists:map/2, env], [fun lists:map/2, nothing], [x], [x, name]]),
    calls(erlang, is_function, [[fun lists:map/2], [fun lists:map/2, 2], [fun lists:map/2, 3], [x, 2], [x, -1]]),
    calls(erlang, is_builtin, [[erlang, self, 0], [lists, map, 2], [a, b, c]]),
    calls(erlang, apply, [[fun lists:reverse/1, [[1, 2]]], [lists, reverse, [[1, 2]]]]),
    calls(erlang, module_loaded, [[lists], [no_module_at_all], ["lists"]]),
    calls(erlang, get_module_info, [[no_module_at_all], [no_module_at_all, md5]]),
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
