%% Flags give their old values
-module(process_flags).
-export([start/0]).

start() ->
    show(process_flag(trap_exit, true)),
    show(process_flag(trap_exit, false)),
    show(process_flag(priority, high)),
    show(process_flag(priority, normal)),
    show(caught(fun() -> process_flag(priority, fast) end)),
    show(caught(fun() -> process_flag(trap_exit, maybe_so) end)),
    show(caught(fun() -> process_flag(no_flag, true) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
