%% What tracing answers where nothing is traced.
-module(quiet_tracing).
-export([start/0]).

start() ->
    Dead = spawn(fun() -> ok end),
    Waiting = spawn(fun() -> receive stop -> ok end end),
    receive after 10 -> ok end,
    [] = lists:map(fun(Element) -> Element end, []),
    [show(fun() -> erlang:trace_info(Of, Item) end) ||
        Of <- [self(), Waiting, Dead, new, new_processes, new_ports, x, 1],
        Item <- [flags, tracer, all, traced, match_spec, call_count]],
    [show(fun() -> erlang:trace_info(Function, Item) end) ||
        Function <- [{lists, map, 2}, {lists, no_such, 2}], Item <- [all, traced, match_spec, meta, call_count]],
    show(fun() -> erlang:trace_info({erlang, self, 0}, traced) end),
    show(fun() -> erlang:trace_info({lists, map}, traced) end),
    [show(fun() -> delivered(Of) end) || Of <- [self(), Waiting, all, x]],
    [show(fun() -> erlang:seq_trace_info(Item) end) ||
        Item <- [label, serial, send, 'receive', print, timestamp, monotonic_timestamp, strict_monotonic_timestamp,
                 x, 1]],
    show(fun() -> erlang:seq_trace_print(x) end),
    [show(fun() -> erlang:seq_trace_print(Label, x) end) || Label <- [1, a]],
    ok.

delivered(Of) ->
    Reference = erlang:trace_delivered(Of),
    receive {trace_delivered, Of, Reference} -> delivered after 100 -> nothing end.

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
