%% Processes with heap options, garbage collected by others, hibernating.
-module(heap_options).
-export([start/0, awake/2]).

start() ->
    Self = self(),
    Options = [[{min_heap_size, 10000}], [{fullsweep_after, 0}], [{min_bin_vheap_size, 5000}], [{priority, low}],
               [{message_queue_data, off_heap}]],
    [begin
         spawn_opt(fun() -> Self ! {sum, lists:sum([X * X || X <- lists:seq(1, 2000)])} end, O),
         receive {sum, Sum} -> erlang:display(Sum) end
     end || O <- Options],
    Pid = spawn(fun() -> idle(Self, lists:seq(1, 1000)) end),
    erlang:display(erlang:garbage_collect(Pid)),
    Pid ! sum,
    receive {sum, Total} -> erlang:display(Total) end,
    Sleeper = spawn(fun() -> erlang:hibernate(?MODULE, awake, [Self, {kept, [1, 2, 3]}]) end),
    Sleeper ! wake,
    receive {woken, What} -> erlang:display(What) end,
    erlang:display(process_flag(fullsweep_after, 5) >= 0),
    ok.

idle(To, List) ->
    receive sum -> To ! {sum, lists:sum(List)} end.

awake(To, Kept) ->
    receive wake -> To ! {woken, Kept} end.
