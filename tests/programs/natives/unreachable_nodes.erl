%% Processes asked for at nodes that cannot be reached: they end with noconnection.
-module(unreachable_nodes).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    show(fun() -> is_pid(spawn(far_away, fun() -> ok end)) end),
    show(fun() -> is_pid(spawn(far_away, erlang, self, [])) end),
    show(fun() -> ended(spawn_link(far_away, fun() -> ok end)) end),
    show(fun() -> ended(spawn_link(far_away, erlang, self, [])) end),
    show(fun() -> ended(spawn_opt(far_away, fun() -> ok end, [link])) end),
    show(fun() -> ended(spawn_opt(far_away, erlang, self, [], [link])) end),
    show(fun() -> down(spawn_monitor(far_away, fun() -> ok end)) end),
    show(fun() -> down(spawn_monitor(far_away, erlang, self, [])) end),
    show(fun() -> spawn(1, fun() -> ok end) end),
    show(fun() -> spawn(far_away, ok) end),
    ok.

ended(Pid) ->
    receive {'EXIT', Pid, Reason} -> Reason after 500 -> nothing end.

down({Pid, Monitor}) ->
    receive {'DOWN', Monitor, process, Pid, Reason} -> Reason after 500 -> nothing end.

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
