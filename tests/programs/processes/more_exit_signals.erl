%% exit/2 by reason and by who traps
-module(more_exit_signals).
-export([start/0]).

start() ->
    [show({Reason, Trap, sent(Reason, Trap)}) || Reason <- [normal, kill, shutdown, {some, why}], Trap <- [true, false]],
    ok.

sent(Reason, Trap) ->
    Me = self(),
    {Pid, Monitor} = spawn_monitor(fun() ->
        process_flag(trap_exit, Trap),
        Me ! ready,
        receive {'EXIT', Me, R} -> exit({trapped, R}) after 50 -> exit(nothing_came) end
    end),
    receive ready -> ok end,
    exit(Pid, Reason),
    receive {'DOWN', Monitor, process, Pid, End} -> End end.

show(Term) -> io:format("~0p~n", [Term]).
