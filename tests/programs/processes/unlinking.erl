%% What was linked and is no more
-module(unlinking).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    Pid = spawn(fun() -> receive stop -> exit(stopped) end end),
    true = link(Pid),
    show(lists:member(Pid, element(2, process_info(self(), links)))),
    true = unlink(Pid),
    show(lists:member(Pid, element(2, process_info(self(), links)))),
    Monitor = monitor(process, Pid),
    Pid ! stop,
    receive {'DOWN', Monitor, process, Pid, R} -> show(R) end,
    show(receive {'EXIT', Pid, _} -> exit_came after 0 -> none end),
    show(unlink(Pid)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
