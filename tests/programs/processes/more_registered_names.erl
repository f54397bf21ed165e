%% register, whereis, unregister, and names that end
-module(more_registered_names).
-export([start/0]).

start() ->
    Pid = spawn(fun() -> receive stop -> ok end end),
    show(register(worker, Pid)),
    show(whereis(worker) =:= Pid),
    show(lists:member(worker, registered())),
    show(caught(fun() -> register(worker, self()) end)),
    show(caught(fun() -> register(other, Pid) end)),
    show(element(2, process_info(Pid, registered_name))),
    Monitor = monitor(process, worker),
    worker ! stop,
    receive {'DOWN', Monitor, process, {worker, _}, R} -> show(R) end,
    show(whereis(worker)),
    register(me, self()),
    me ! hello,
    show(receive hello -> got end),
    show(unregister(me)),
    show(caught(fun() -> unregister(me) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
