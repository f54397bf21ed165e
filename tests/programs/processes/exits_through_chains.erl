%% An exit travels along a chain of links until one traps it, and what each sees.
-module(exits_through_chains).
-export([start/0]).

start() ->
    [show({Length, Trap, Reason, run(Length, Trap, Reason)}) || Length <- [1, 3, 10], Trap <- [none, 1, last], Reason <- [crash, shutdown, kill]],
    ok.

run(Length, Trap, Reason) ->
    Self = self(),
    {First, Monitor} = spawn_monitor(fun() -> link_on(1, Length, Trap, Reason, Self) end),
    Down = receive {'DOWN', Monitor, process, First, Why} -> Why after 1000 -> exit(First, kill), receive {'DOWN', Monitor, _, _, _} -> alive end end,
    {Down, lists:sort(drain())}.

link_on(N, Length, Trap, Reason, Owner) ->
    Traps = Trap =:= N orelse Trap =:= last andalso N =:= Length,
    process_flag(trap_exit, Traps),
    if
        N =:= Length + 1 -> exit(Reason);
        true -> spawn_link(fun() -> link_on(N + 1, Length, Trap, Reason, Owner) end)
    end,
    receive {'EXIT', _, Why} -> Owner ! {trapped, N, Why}, exit(after_trap) after 300 -> Owner ! {nothing, N} end.

drain() -> receive {trapped, _, _} = M -> [M | drain()]; {nothing, _} = M -> [M | drain()] after 5 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).
