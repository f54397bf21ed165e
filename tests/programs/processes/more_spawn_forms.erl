%% All the ways to spawn
-module(more_spawn_forms).
-export([start/0]).
-export([run/2]).

start() ->
    Me = self(),
    spawn(fun() -> Me ! by_fun end),
    show(receive A -> A end),
    spawn(?MODULE, run, [Me, by_name]),
    show(receive B -> B end),
    spawn_link(fun() -> Me ! linked end),
    show(receive C -> C end),
    {Pid, Ref} = spawn_monitor(?MODULE, run, [Me, monitored]),
    show(receive monitored -> got end),
    show(receive {'DOWN', Ref, process, Pid, R} -> R end),
    Opts = spawn_opt(fun() -> Me ! with_options end, [link, {priority, high}, {min_heap_size, 500}]),
    show(is_pid(Opts)),
    show(receive D -> D end),
    ok.

run(To, Message) -> To ! Message.

show(Term) -> io:format("~0p~n", [Term]).
