%% Suspended processes hear nothing until they are resumed as often.
-module(suspended_processes).
-export([start/0]).

start() ->
    Echo = spawn(fun echo/0),
    show(fun() -> ask(Echo) end),
    show(fun() -> erlang:suspend_process(Echo) end),
    show(fun() -> process_info(Echo, status) end),
    show(fun() -> ask(Echo) end),
    show(fun() -> erlang:suspend_process(Echo, [unless_suspending]) end),
    show(fun() -> erlang:suspend_process(Echo, []) end),
    show(fun() -> {suspending, [{Pid, Count, _}]} = process_info(self(), suspending), {Pid =:= Echo, Count} end),
    show(fun() -> erlang:resume_process(Echo) end),
    show(fun() -> ask(Echo) end),
    show(fun() -> erlang:resume_process(Echo) end),
    show(fun() -> receive {echo, _} -> late after 100 -> nothing end end),
    show(fun() -> receive {echo, _} -> late after 100 -> nothing end end),
    show(fun() -> ask(Echo) end),
    show(fun() -> erlang:resume_process(Echo) end),
    tagged(Echo),
    errors(Echo),
    gone(Echo),
    killed(Echo),
    ok.

echo() ->
    receive {From, Word} -> From ! {echo, Word} end,
    echo().

ask(Echo) ->
    Echo ! {self(), word},
    receive {echo, Word} -> Word after 50 -> silence end.

tagged(Echo) ->
    show(fun() -> erlang:suspend_process(Echo, [{asynchronous, told}]) end),
    show(fun() -> receive {told, State} -> State after 100 -> nothing end end),
    show(fun() -> erlang:resume_process(Echo) end).

errors(Echo) ->
    Dead = spawn(fun() -> ok end),
    receive after 10 -> ok end,
    show(fun() -> erlang:suspend_process(self()) end),
    show(fun() -> erlang:suspend_process(a) end),
    show(fun() -> erlang:suspend_process(Dead) end),
    show(fun() -> erlang:suspend_process(Dead, [asynchronous]) end),
    show(fun() -> erlang:suspend_process(Echo, [b]) end),
    show(fun() -> erlang:suspend_process(Echo, c) end),
    show(fun() -> erlang:resume_process(self()) end),
    show(fun() -> erlang:resume_process(Dead) end),
    show(fun() -> erlang:resume_process(Echo) end).

gone(Echo) ->
    Self = self(),
    Holder = spawn(fun() -> erlang:suspend_process(Echo), Self ! held, receive stop -> ok end end),
    receive held -> ok end,
    show(fun() -> ask(Echo) end),
    Holder ! stop,
    show(fun() -> receive {echo, _} -> late after 100 -> nothing end end).

killed(Echo) ->
    Monitor = monitor(process, Echo),
    erlang:suspend_process(Echo),
    exit(Echo, kill),
    show(fun() -> receive {'DOWN', Monitor, process, Echo, Reason} -> Reason after 100 -> nothing end end).

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
