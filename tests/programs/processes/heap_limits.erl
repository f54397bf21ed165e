%% max_heap_size: killed or not, with whom it is told, and what the reason is.
-module(heap_limits).
-export([start/0]).

start() ->
    ok = logger:set_primary_config(level, none),
    show(limited(#{size => 20000, kill => true, error_logger => false}, 1000000)),
    show(limited(#{size => 20000, kill => true, error_logger => false}, 10)),
    show(limited(#{size => 20000, kill => false, error_logger => false}, 100000)),
    show(limited(0, 100000)),
    show(limited(20000, 1000000)),
    {Pid, M} = spawn_monitor(fun() -> process_flag(max_heap_size, #{size => 30000, error_logger => false}), grow([], 1000000) end),
    show(receive {'DOWN', M, _, Pid, Why} -> Why after 5000 -> none end),
    {Trapping, M2} = spawn_monitor(fun() -> process_flag(trap_exit, true), process_flag(max_heap_size, #{size => 30000, error_logger => false}), grow([], 1000000) end),
    show(receive {'DOWN', M2, _, Trapping, Why2} -> Why2 after 5000 -> none end),
    show(receive {'EXIT', _, _} -> told after 0 -> not_told end),
    #{size := Size} = process_flag(max_heap_size, #{size => 200000}),
    show({Size, maps:get(size, process_flag(max_heap_size, 0))}),
    show([try process_flag(max_heap_size, X) catch C:R -> {C, R} end || X <- [#{size => x}, #{kill => true}, #{size => 100, kill => 5}, 1, a]]),
    ok.

limited(Limit, Length) ->
    {Pid, M} = spawn_opt(fun() -> exit({length, grow([], Length)}) end, [monitor, {max_heap_size, Limit}]),
    receive {'DOWN', M, process, Pid, Why} -> Why after 5000 -> none end.

grow(L, 0) -> length(L);
grow(L, N) -> grow([N | L], N - 1).

show(Term) -> io:format("~0p~n", [Term]).
