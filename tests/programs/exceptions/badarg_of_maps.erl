%% What map functions and instructions say of what is no map.
-module(badarg_of_maps).
-export([start/0]).

start() ->
    calls(maps, get, [[k, #{}], [k, x], [k, #{k => v}]]),
    calls(maps, find, [[k, #{}], [k, x]]),
    calls(maps, put, [[k, v, x], [k, v, #{}]]),
    calls(maps, update, [[k, v, #{}], [k, v, x]]),
    calls(maps, remove, [[k, x], [k, #{k => v}]]),
    calls(maps, take, [[k, x], [k, #{k => v}]]),
    calls(maps, keys, [[x], [#{a => 1}]]),
    calls(maps, values, [[x], [#{a => 1}]]),
    calls(maps, size, [[x], [#{}]]),
    calls(maps, to_list, [[x], [#{a => 1}]]),
    calls(maps, from_list, [[x], [[a]], [[{a, 1} | b]], [[{a, 1, 2}]]]),
    calls(maps, merge, [[x, #{}], [#{}, x], [x, y]]),
    calls(maps, is_key, [[k, x]]),
    calls(maps, with, [[x, #{}], [[a], x]]),
    calls(maps, without, [[x, #{}], [[a], x]]),
    calls(maps, iterator, [[x]]),
    calls(maps, next, [[x]]),
    calls(erlang, map_size, [[x]]),
    calls(erlang, map_get, [[k, #{}], [k, x]]),
    calls(erlang, is_map_key, [[k, x]]),
    [io:format("~0p~n", [try F(X) catch error:R -> R end]) || X <- [x, #{}], F <- [fun(M) -> M#{a => 1} end, fun(M) -> M#{a := 1} end, fun(#{a := A}) -> A end, fun(M) -> #{a := A} = M, A end]] =/= [],
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
