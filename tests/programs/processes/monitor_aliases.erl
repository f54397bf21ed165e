%% A monitor that is an alias too
-module(monitor_aliases).
-export([start/0]).

start() ->
    Server = spawn(fun serve/0),
    show(call(Server, 1)),
    show(call(Server, 2)),
    show(call(Server, slow)),
    show(call(Server, crash)),
    show(receive Late -> Late after 60 -> nothing_late end),
    ok.

call(Server, Request) ->
    Monitor = monitor(process, Server, [{alias, reply_demonitor}]),
    Server ! {Monitor, Request},
    receive
        {Monitor, Reply} -> Reply;
        {'DOWN', Monitor, process, Server, Reason} -> {down, Reason}
    after 20 ->
        demonitor(Monitor, [flush]),
        timeout
    end.

serve() ->
    receive
        {To, slow} -> receive after 30 -> To ! {To, too_late} end;
        {_, crash} -> exit(crashed);
        {To, N} -> To ! {To, N * 10}
    end,
    serve().

show(Term) -> io:format("~0p~n", [Term]).
