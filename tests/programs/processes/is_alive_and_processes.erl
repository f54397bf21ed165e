%% is_process_alive, processes(), and when they notice births and ends.
-module(is_alive_and_processes).
-export([start/0]).

start() ->
    Before = length(processes()),
    Pids = [spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 20)],
    show(length(processes()) - Before),
    show(Pids -- processes()),
    show(lists:all(fun is_process_alive/1, Pids)),
    [exit(Pid, kill) || Pid <- Pids],
    show(lists:any(fun is_process_alive/1, Pids)),
    timer:sleep(5),
    show(length(processes()) - Before),
    show(length(lists:usort(Pids))),
    show(is_process_alive(self())),
    show([try is_process_alive(X) catch C:R -> {C, R} end || X <- [x, 5, make_ref(), <<"pid">>]]),
    Texts = [pid_to_list(P) || P <- Pids],
    show([list_to_pid(T) =:= P || {T, P} <- lists:zip(Texts, Pids)] =:= lists:duplicate(20, true)),
    show([try list_to_pid(T) catch C:R -> {C, R} end || T <- ["<0.1.0", "0.1.0", "<>", "<0.x.0>", x, ""]]),
    show(lists:sort(Pids) =:= Pids),
    show([is_pid(X) || X <- [self(), list_to_pid("<0.1.0>"), "<0.1.0>", make_ref()]]),
    Once = spawn(fun() -> ok end),
    Monitor = monitor(process, Once),
    receive {'DOWN', Monitor, _, _, _} -> ok end,
    show(is_process_alive(Once)),
    show(exit(Once, kill)),
    show(Once ! message),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
