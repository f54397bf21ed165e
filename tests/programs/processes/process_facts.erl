%% process_info, process flags, group leaders and priorities, told without numbers.
-module(process_facts).
-export([start/0]).

start() ->
    Self = self(),
    Pid = spawn_link(fun() -> put(k, v), Self ! ready, receive stop -> ok end end),
    receive ready -> ok end,
    erlang:display(process_info(Pid, dictionary)),
    erlang:display(process_info(Pid, trap_exit)),
    erlang:display(process_info(Pid, links) =:= {links, [Self]}),
    [Pid ! {m, N} || N <- [1, 2, 3]],
    erlang:display(process_info(Pid, message_queue_len)),
    erlang:display(process_info(Pid, messages)),
    {heap_size, Heap} = process_info(Pid, heap_size),
    erlang:display(Heap > 0),
    {status, Status} = process_info(Self, status),
    erlang:display(Status),
    erlang:display(process_info(Pid, registered_name)),
    Pid ! stop,
    Reference = monitor(process, Pid),
    receive {'DOWN', Reference, process, Pid, _} -> ok end,
    erlang:display(process_info(Pid)),
    erlang:display(process_info(Pid, links)),
    erlang:display(process_flag(priority, high)),
    erlang:display(process_flag(priority, normal)),
    erlang:display(group_leader() =:= element(2, process_info(Self, group_leader))),
    erlang:display(lists:member(Self, processes())),
    {current_function, {M, F, A}} = process_info(Self, current_function),
    erlang:display({is_atom(M), is_atom(F), is_integer(A)}),
    ok.
