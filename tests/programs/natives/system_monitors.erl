%% Who is told of large heaps: set, asked for, told, and what is no such setting.
-module(system_monitors).
-export([start/0]).

start() ->
    show(fun() -> erlang:system_monitor() end),
    show(fun() -> erlang:system_monitor(self(), [busy_port, {large_heap, 9}, busy_dist_port, {long_gc, 50}]) end),
    show(fun() -> {Pid, Options} = erlang:system_monitor(), {Pid =:= self(), Options} end),
    show(fun() -> {_, Options} = erlang:system_monitor({self(), [{long_gc, 5}, {long_gc, 7}]}), Options end),
    show(fun() -> {_, Options} = erlang:system_monitor(undefined), Options end),
    show(fun() -> erlang:system_monitor() end),
    [show(fun() -> erlang:system_monitor(self(), Options) end) ||
        Options <- [[], [{long_gc, -1}], [{long_gc, a}], [x], [busy_port | x], x, [{long_schedule, 1, 2}]]],
    show(fun() -> erlang:system_monitor(a, [busy_port]) end),
    show(fun() -> erlang:system_monitor({self()}) end),
    show(fun() -> erlang:system_monitor(undefined, [busy_port]) end),
    large_heap(),
    gone(),
    ok.

large_heap() ->
    erlang:system_monitor(self(), [{large_heap, 100000}]),
    Pid = spawn(fun() -> List = lists:seq(1, 300000), receive stop -> List end end),
    show(fun() ->
        receive
            {monitor, Pid, large_heap, Sizes} -> lists:sort([Name || {Name, Words} <- Sizes, is_integer(Words)])
        after 2000 -> nothing
        end
    end),
    erlang:system_monitor(undefined),
    exit(Pid, kill).

gone() ->
    {_, Monitor} = spawn_monitor(fun() -> erlang:system_monitor(self(), [busy_port]) end),
    receive {'DOWN', Monitor, process, _, _} -> ok end,
    show(fun() -> erlang:system_monitor() end).

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
