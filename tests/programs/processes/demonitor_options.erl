%% demonitor/2: flush, info, both, references that are no monitors, and of others.
-module(demonitor_options).
-export([start/0]).

start() ->
    Live = spawn(fun() -> receive stop -> exit(stopped) end end),
    M1 = monitor(process, Live),
    show(demonitor(M1, [info])),
    show(demonitor(M1, [info])),
    M2 = monitor(process, Live),
    show(demonitor(M2)),
    show(demonitor(M2)),
    [M3, M4, M5, M6] = [monitor(process, Live) || _ <- [1, 2, 3, 4]],
    Live ! stop,
    wait_dead(Live),
    timer:sleep(5),
    show(demonitor(M3, [flush])),
    show(receive {'DOWN', M3, _, _, _} -> down after 0 -> flushed end),
    show(demonitor(M4, [info])),
    show(receive {'DOWN', M4, _, _, R4} -> R4 after 0 -> nothing end),
    show(demonitor(M5, [flush, info])),
    show(demonitor(M5, [info, flush])),
    show(demonitor(M6, [])),
    show(receive {'DOWN', M6, _, _, R6} -> R6 after 0 -> nothing end),
    show(demonitor(make_ref())),
    show(demonitor(make_ref(), [info])),
    Parent = self(),
    spawn(fun() -> Parent ! {theirs, monitor(process, Parent)}, receive stop -> ok end end),
    Theirs = receive {theirs, T} -> T end,
    show(outcome([Theirs])),
    show([outcome(A) || A <- [[x], [make_ref(), x], [make_ref(), [x]], [make_ref(), [flush | x]], [self()]]]),
    ok.

outcome(Arguments) ->
    try apply(erlang, demonitor, Arguments) catch Class:Reason -> {Class, Reason} end.

wait_dead(Pid) ->
    Reference = monitor(process, Pid),
    receive {'DOWN', Reference, process, Pid, Reason} -> Reason end.

show(Term) -> io:format("~0p~n", [Term]).
