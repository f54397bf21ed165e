%% What register, unregister, whereis and send say of wrong names and processes.
-module(badarg_of_registration).
-export([start/0]).

start() ->
    Dead = spawn(fun() -> ok end),
    timer:sleep(1),
    calls(erlang, register, [[x, y], [1, 2], ["x", y]]),
    show([catch element(1, element(2, catch register(N, self()))) || N <- [undefined, "x"]]),
    show([try register(N, self()) catch error:E -> E end || N <- [taken_name, taken_name, other_name]]),
    calls(erlang, unregister, [[nobody_here], ["x"], [5], [taken_name], [taken_name]]),
    calls(erlang, whereis, [[nobody_here], ["x"], [undefined]]),
    show(try register(dead_name, Dead) catch C:R -> {C, R} end),
    show(whereis(dead_name)),
    calls(erlang, send, [[nobody_here, x], [5, x], [{a}, x], [{a, b, c}, x]]),
    calls(erlang, is_process_alive, [[x], [5]]),
    calls(erlang, exit, [[x, y], [5, y]]),
    calls(erlang, link, [[x], [5]]),
    calls(erlang, monitor, [[process, 5], [nothing, x], [process, "x"]]),
    calls(erlang, demonitor, [[x], [5]]),
    calls(erlang, group_leader, [[x, y], [1, 2]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

calls(Module, Function, Lists) ->
    [io:format("~0p ~0p -> ~0p~n", [Function, Arguments, outcome(Module, Function, Arguments)]) || Arguments <- Lists],
    ok.

outcome(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments)
    catch Class:Reason:Stack -> {Class, Reason, frame(Stack)}
    end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.
