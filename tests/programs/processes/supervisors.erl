%% A process that starts another again
-module(supervisors).
-export([start/0]).

start() ->
    Me = self(),
    spawn(fun() -> process_flag(trap_exit, true), supervise(Me, 3) end),
    show(collect()),
    ok.

supervise(Report, 0) -> Report ! gave_up;
supervise(Report, Left) ->
    Pid = spawn_link(fun() -> exit({worker, Left}) end),
    receive {'EXIT', Pid, Reason} -> Report ! {restart, Reason} end,
    supervise(Report, Left - 1).

collect() -> receive gave_up -> [gave_up]; M -> [M | collect()] end.

show(Term) -> io:format("~0p~n", [Term]).
