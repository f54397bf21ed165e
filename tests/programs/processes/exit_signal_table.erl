%% exit/2: every reason to one that traps and one that does not, linked and not.
-module(exit_signal_table).
-export([start/0]).

start() ->
    Reasons = [normal, kill, killed, shutdown, {shutdown, why}, error, {nested, {reason}}],
    [io:format("~0p trap=~0p: ~0p~n", [Reason, Trap, result(Reason, Trap)]) || Reason <- Reasons, Trap <- [false, true]],
    [io:format("own exit(self(), ~0p) trap=~0p: ~0p~n", [Reason, Trap, own(Reason, Trap)]) || Reason <- Reasons, Trap <- [false, true]],
    [io:format("linked ~0p trap=~0p: ~0p~n", [Reason, Trap, linked(Reason, Trap)]) || Reason <- Reasons, Trap <- [false, true]],
    io:format("~0p~n", [[try exit(X, kill) catch C:R -> {C, R} end || X <- [a, 5, "pid"]]]),
    ok.

result(Reason, Trap) ->
    {Pid, Monitor} = spawn_monitor(fun() -> process_flag(trap_exit, Trap), receive go -> ok end, trapped() end),
    Pid ! go,
    exit(Pid, Reason),
    receive {'DOWN', Monitor, process, Pid, Why} -> Why end.

trapped() -> receive {'EXIT', _, Reason} -> exit({trapped, Reason}) after 10 -> exit(survived) end.

own(Reason, Trap) ->
    {Pid, Monitor} = spawn_monitor(fun() -> process_flag(trap_exit, Trap), exit(self(), Reason), trapped() end),
    receive {'DOWN', Monitor, process, Pid, Why} -> Why end.

linked(Reason, Trap) ->
    {Pid, Monitor} = spawn_monitor(fun() ->
        process_flag(trap_exit, Trap),
        spawn_link(fun() -> exit(Reason) end),
        trapped()
    end),
    receive {'DOWN', Monitor, process, Pid, Why} -> Why end.
