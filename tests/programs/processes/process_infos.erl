%% What a process tells of itself
-module(process_infos).
-export([start/0]).

start() ->
    Pid = spawn(fun() -> put(k, v), register(told, self()), receive stop -> ok end end),
    receive after 5 -> ok end,
    show(process_info(Pid, registered_name)),
    show(process_info(Pid, status)),
    show(process_info(Pid, message_queue_len)),
    Pid ! one,
    Pid ! two,
    show(process_info(Pid, message_queue_len)),
    show(process_info(Pid, messages)),
    show(process_info(Pid, dictionary)),
    show(process_info(Pid, trap_exit)),
    show(process_info(Pid, priority)),
    show(process_info(Pid, [links, monitors])),
    show([K || {K, _} <- process_info(Pid, [status, trap_exit])]),
    Pid ! stop,
    receive after 5 -> ok end,
    show(process_info(Pid, status)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
