%% process_info of one that waits: each key that has the same answer everywhere.
-module(info_of_waiting).
-export([start/0]).

start() ->
    Parent = self(),
    Pid = spawn(fun() -> put(key, value), process_flag(trap_exit, true), Parent ! ready, wait(Parent) end),
    receive ready -> ok end,
    [io:format("~0p~n", [process_info(Pid, Item)]) || Item <- [dictionary, trap_exit, registered_name, message_queue_len, messages, links, monitors,
                                                              status, priority, error_handler, catchlevel, message_queue_data, initial_call]],
    Pid ! {one, 1},
    Pid ! two,
    io:format("~0p~n", [process_info(Pid, [messages, message_queue_len])]),
    register(waiting, Pid),
    io:format("~0p~n", [process_info(Pid, registered_name)]),
    io:format("~0p~n", [process_info(Pid, current_function)]),
    {current_stacktrace, [{M, F, A, _} | _]} = process_info(Pid, current_stacktrace),
    io:format("~0p~n", [{M, F, A}]),
    {monitored_by, Before} = process_info(Pid, monitored_by),
    Reference = monitor(process, Pid),
    {monitored_by, After} = process_info(Pid, monitored_by),
    io:format("~0p~n", [{Before, After =:= [self()], process_info(self(), monitors) =:= {monitors, [{process, Pid}]}}]),
    demonitor(Reference),
    link(Pid),
    io:format("~0p~n", [{process_info(Pid, links) =:= {links, [self()]}, process_info(Pid, parent) =:= {parent, self()}}]),
    unlink(Pid),
    io:format("~0p~n", [element(1, process_info(Pid, group_leader))]),
    io:format("~0p~n", [process_info(Pid, [])]),
    [io:format("~0p ~0p~n", [Item, is_integer(element(2, process_info(Pid, Item)))])
     || Item <- [heap_size, total_heap_size, stack_size, memory, reductions]],
    [io:format("~0p~n", [try process_info(P, I) catch C:R -> {C, R} end])
     || {P, I} <- [{Pid, nonsense}, {x, status}, {Pid, [status, nonsense]}, {Pid, [status | x]}, {Pid, "status"}, {self(), status}]],
    exit(Pid, kill),
    io:format("~0p~n", [wait_dead(Pid)]),
    io:format("~0p ~0p~n", [process_info(Pid, status), process_info(Pid)]),
    ok.

wait(Parent) -> receive {done, Parent} -> ok end, self().

wait_dead(Pid) ->
    Reference = monitor(process, Pid),
    receive {'DOWN', Reference, process, Pid, Reason} -> Reason end.
