%% Monitors of names: who has the name then counts, renamed and unregistered.
-module(monitors_of_names).
-export([start/0]).

start() ->
    Wait = fun() -> receive {stop, Why} -> exit(Why) end end,
    P1 = spawn(Wait),
    register(the_name, P1),
    M1 = monitor(process, the_name),
    M2 = monitor(process, {the_name, node()}),
    unregister(the_name),
    P2 = spawn(Wait),
    register(the_name, P2),
    M3 = monitor(process, the_name),
    P1 ! {stop, first},
    [show(receive {'DOWN', M, process, Object, Why} -> {Object =:= {the_name, node()}, Why} after 100 -> none end) || M <- [M1, M2]],
    show(receive {'DOWN', M3, _, _, W} -> W after 5 -> still_there end),
    P2 ! {stop, second},
    show(receive {'DOWN', M3, process, O3, W3} -> {O3, W3} after 100 -> none end),
    M4 = monitor(process, the_name),
    show(receive {'DOWN', M4, process, O4, W4} -> {O4, W4} after 100 -> none end),
    show([demonitor(M, [info]) || M <- [M1, M2, M3, M4]]),
    M5 = monitor(process, self()),
    show(demonitor(M5, [info])),
    Ms = [monitor(process, P3) || P3 <- [spawn(Wait)], _ <- [1, 2, 3]],
    show(length(lists:usort(Ms))),
    show(length(element(2, process_info(self(), monitors)))),
    [demonitor(M) || M <- Ms],
    show(process_info(self(), monitors)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
