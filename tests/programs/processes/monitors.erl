%% Monitors tell of exits; of dead processes at once; demonitor silences them.
-module(monitors).
-export([start/0]).

start() ->
    [erlang:display(reason(F)) ||
        F <- [fun() -> ok end, fun() -> exit(bad) end, fun() -> throw(ball) end, fun() -> exit(self(), kill) end,
              fun() -> error(oops) end, fun() -> exit({a, [b]}) end, fun() -> 1 div list_to_integer("0") end]],
    Dead = spawn(fun() -> ok end),
    wait_for(Dead),
    Reference = monitor(process, Dead),
    receive {'DOWN', Reference, process, Dead, Why} -> erlang:display(Why) end,
    Name = monitor(process, nobody_is_called_this),
    receive {'DOWN', Name, process, {Who, _}, Because} -> erlang:display({Who, Because}) end,
    Waiting = spawn(fun() -> receive go -> ok end end),
    First = monitor(process, Waiting),
    Second = monitor(process, Waiting),
    erlang:display(demonitor(First)),
    Waiting ! go,
    receive {'DOWN', Second, process, Waiting, normal} -> erlang:display(second) end,
    erlang:display(receive {'DOWN', First, _, _, _} -> first after 5 -> silent end),
    erlang:display(demonitor(Second, [flush, info])),
    Third = spawn(fun() -> receive go -> ok end end),
    erlang:display(demonitor(monitor(process, Third), [info])),
    Third ! go,
    ok.

reason(Fun) ->
    {Pid, Reference} = spawn_monitor(Fun),
    receive
        {'DOWN', Reference, process, Pid, {Reason, Trace}} when is_list(Trace), is_tuple(hd(Trace)) -> {traced, Reason};
        {'DOWN', Reference, process, Pid, Reason} -> {plain, Reason}
    end.

wait_for(Pid) ->
    case is_process_alive(Pid) of
        true -> erlang:yield(), wait_for(Pid);
        false -> ok
    end.
