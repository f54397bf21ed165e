%% Messages and links to what is not there
-module(noproc_and_names).
-export([start/0]).

start() ->
    Gone = spawn(fun() -> ok end),
    Monitor = monitor(process, Gone),
    receive {'DOWN', Monitor, process, Gone, _} -> ok end,
    Gone ! message,
    show(caught(fun() -> no_such_name ! message end)),
    process_flag(trap_exit, true),
    link(Gone),
    receive {'EXIT', Gone, Reason} -> show(Reason) end,
    Again = monitor(process, Gone),
    receive {'DOWN', Again, process, Gone, Why} -> show(Why) end,
    Named = monitor(process, no_such_name),
    receive {'DOWN', Named, process, {Name, _}, Because} -> show({Name, Because}) end,
    show(exit(Gone, kill)),
    show(is_process_alive(Gone)),
    show(erlang:process_info(Gone)),
    show(whereis(no_such_name)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
