%% spawn/1,3, spawn_link, spawn_monitor, spawn_opt; what a process knows of itself.
-module(spawn_forms).
-export([start/0, reply/2]).

start() ->
    Self = self(),
    spawn(fun() -> Self ! {from_fun, self() =/= Self} end),
    erlang:display(receive A -> A end),
    spawn(?MODULE, reply, [Self, from_mfa]),
    erlang:display(receive B -> B end),
    Linked = spawn_link(?MODULE, reply, [Self, linked]),
    erlang:display(receive C -> C end),
    erlang:display(is_pid(Linked)),
    {Pid, Reference} = spawn_monitor(?MODULE, reply, [Self, monitored]),
    erlang:display(receive D -> D end),
    receive {'DOWN', Reference, process, Pid, Reason} -> erlang:display({down, Reason}) end,
    spawn_opt(fun() -> reply(Self, with_options) end, [link, {min_heap_size, 1000}]),
    erlang:display(receive E -> E end),
    {Pid2, Reference2} = spawn_opt(?MODULE, reply, [Self, both], [monitor]),
    erlang:display(receive F -> F end),
    receive {'DOWN', Reference2, process, Pid2, normal} -> erlang:display(down) end,
    erlang:display(is_process_alive(Self)),
    erlang:display(is_process_alive(Pid2)),
    apply(erlang, spawn, [?MODULE, reply, [Self, applied]]),
    erlang:display(receive G -> G end),
    erlang:display(node() =:= node(Self)),
    ok.

reply(To, Message) ->
    To ! Message.
