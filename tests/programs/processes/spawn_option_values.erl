%% spawn_opt: which options there are, which are refused, and what they give back.
-module(spawn_option_values).
-export([start/0]).

start() ->
    Wait = fun() -> receive stop -> ok end end,
    [io:format("~0p -> ~0p~n", [Options, kind(catch spawn_opt(Wait, Options))])
     || Options <- [[], [link], [monitor], [link, monitor], [{monitor, [{alias, reply_demonitor}]}], [{priority, high}], [{priority, none}],
                    [{min_heap_size, 1000}], [{min_heap_size, -1}], [{min_bin_vheap_size, 10}], [{fullsweep_after, 0}], [{fullsweep_after, x}],
                    [{max_heap_size, 0}], [{max_heap_size, #{size => 100000}}], [{max_heap_size, -1}],
                    [{message_queue_data, off_heap}], [{message_queue_data, on_heap}], [{message_queue_data, mixed}],
                    [unknown], [{unknown, 1}], not_a_list, [link | monitor], [{monitor, x}], [{monitor, []}]]],
    Pid = spawn_opt(Wait, [{priority, low}, {message_queue_data, off_heap}, {fullsweep_after, 7}, {min_heap_size, 500}]),
    [io:format("~0p~n", [process_info(Pid, Item)]) || Item <- [priority, message_queue_data]],
    {garbage_collection, Collection} = process_info(Pid, garbage_collection),
    io:format("~0p ~0p~n", [proplists:get_value(fullsweep_after, Collection), proplists:get_value(min_heap_size, Collection) >= 500]),
    [io:format("~0p~n", [kind(catch apply(erlang, spawn_opt, Arguments))])
     || Arguments <- [[not_a_fun, []], [fun(_) -> ok end, []], [erlang, self, [], [monitor]], ["m", f, [], []], [m, f, not_a_list, []], [m, f, [a | b], []]]],
    ok.

kind(Pid) when is_pid(Pid) -> unlink(Pid), exit(Pid, kill), pid;
kind({Pid, Reference}) when is_pid(Pid), is_reference(Reference) ->
    unlink(Pid), demonitor(Reference, [flush]), exit(Pid, kill), pid_and_monitor;
kind({'EXIT', {Reason, _}}) -> {error, Reason}.
