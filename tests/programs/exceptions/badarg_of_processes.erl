%% Process functions refuse the wrong arguments
-module(badarg_of_processes).
-export([start/0]).

start() ->
    Values = [a, 1, {}, "p"],
    each(fun(V) -> link(V) end, Values),
    each(fun(V) -> exit(V, reason) end, Values),
    each(fun(V) -> is_process_alive(V) end, Values),
    each(fun(V) -> process_flag(V, true) end, Values),
    each(fun(V) -> process_info(V) end, Values),
    each(fun(V) -> demonitor(V) end, Values),
    each(fun(V) -> spawn(V) end, [1, {}, "p"]),
    each(fun(V) -> register(V, self()) end, [undefined, 1, "n"]),
    each(fun(V) -> unregister(V) end, [nobody, 1]),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
