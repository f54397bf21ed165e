%% process_flag: old values of every flag, and values that are refused.
-module(flags_refused).
-export([start/0]).

start() ->
    [io:format("~0p ~0p: ~0p~n", [Flag, Value, outcome(Flag, Value)])
     || {Flag, Value} <- [{trap_exit, true}, {trap_exit, true}, {trap_exit, maybe_so}, {trap_exit, false}, {priority, high}, {priority, normal},
                          {priority, highest}, {error_handler, my_handler}, {error_handler, error_handler}, {error_handler, 5},
                          {save_calls, 0}, {save_calls, -1}, {message_queue_data, off_heap}, {message_queue_data, on_heap},
                          {message_queue_data, no_heap}, {sensitive, true}, {sensitive, false}, {sensitive, 1}, {min_heap_size, -5}, {fullsweep_after, -1},
                          {unknown_flag, 1}, {5, 5}, {max_heap_size, x}, {monitor_nodes, 2}]],
    Before = process_flag(fullsweep_after, 10),
    io:format("~0p ~0p~n", [is_integer(Before), process_flag(fullsweep_after, Before)]),
    Heap = process_flag(min_heap_size, 3000),
    Now = process_flag(min_heap_size, Heap),
    io:format("~0p~n", [{is_integer(Heap), Now >= 3000}]),
    #{size := Size, kill := Kill} = process_flag(max_heap_size, #{size => 500000, kill => false, error_logger => false}),
    io:format("~0p~n", [{Size, Kill}]),
    #{size := Size2, kill := Kill2, error_logger := Log2} = process_flag(max_heap_size, 0),
    io:format("~0p~n", [{Size2, Kill2, Log2}]),
    Other = spawn(fun() -> receive stop -> ok end end),
    io:format("~0p~n", [[try process_flag(P, F, V) catch C:R -> {C, R} end
                         || {P, F, V} <- [{Other, save_calls, 3}, {Other, trap_exit, true}, {x, save_calls, 0}, {Other, save_calls, -1}]]]),
    exit(Other, kill),
    ok.

outcome(Flag, Value) -> try process_flag(Flag, Value) catch Class:Reason -> {Class, Reason} end.
