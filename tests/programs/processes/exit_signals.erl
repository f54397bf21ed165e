%% exit/2 with normal, kill and others, to processes that trap and that do not.
-module(exit_signals).
-export([start/0]).

start() ->
    [erlang:display({Reason, Trap, outcome(Reason, Trap)}) ||
        Reason <- [normal, kill, killed, shutdown, {a, 1}], Trap <- [false, true]],
    erlang:display(chain(5)),
    erlang:display(catch_error(fun() -> exit(no_pid, x) end)),
    erlang:display(exit(self(), normal)),
    erlang:display(exit(dead(), anything)),
    erlang:display(process_flag(trap_exit, true)),
    erlang:display(process_flag(trap_exit, true)),
    Pid = spawn_link(fun() -> error(crash) end),
    receive {'EXIT', Pid, {crash, Trace}} -> erlang:display({crash, is_list(Trace)}) end,
    Thrower = spawn_link(fun() -> throw(ball) end),
    receive {'EXIT', Thrower, {{nocatch, Ball}, _}} -> erlang:display({nocatch, Ball}) end,
    ok.

outcome(Reason, Trap) ->
    Self = self(),
    {Pid, Reference} = spawn_monitor(fun() ->
        process_flag(trap_exit, Trap),
        Self ! ready,
        receive
            {'EXIT', Self, Got} -> exit({trapped, Got})
        after 20 -> exit(survived)
        end
    end),
    receive ready -> ok end,
    exit(Pid, Reason),
    receive {'DOWN', Reference, process, Pid, Why} -> Why end.

chain(N) ->
    {_, Reference} = spawn_monitor(fun() -> link_down(N) end),
    receive {'DOWN', Reference, process, _, Why} -> {chain, Why} end.

link_down(0) -> exit(bottom);
link_down(N) ->
    spawn_link(fun() -> link_down(N - 1) end),
    receive never -> ok end.

dead() ->
    {Pid, Reference} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Reference, process, Pid, _} -> Pid end.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.
