%% Many monitors of one process, and demonitor
-module(more_monitors).
-export([start/0]).

start() ->
    Pid = spawn(fun() -> receive stop -> ok end end),
    [A, B, C] = [monitor(process, Pid) || _ <- [1, 2, 3]],
    show(demonitor(B)),
    show(demonitor(B, [flush])),
    show(demonitor(C, [info])),
    show(demonitor(C, [info])),
    Pid ! stop,
    receive {'DOWN', A, process, Pid, R} -> show(R) end,
    show(receive {'DOWN', _, _, _, _} -> another after 10 -> none end),
    D = monitor(process, Pid),
    show(demonitor(D, [flush])),
    show(receive Any -> Any after 10 -> none end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
