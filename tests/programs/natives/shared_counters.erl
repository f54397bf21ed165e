%% Atomics and counters: 64-bit integers that wrap around, and bad arguments.
-module(shared_counters).
-export([start/0]).

start() ->
    Signed = atomics:new(3, []),
    Unsigned = atomics:new(2, [{signed, false}]),
    erlang:display(is_reference(Signed)),
    erlang:display(lists:sort(maps:to_list(maps:remove(memory, atomics:info(Signed))))),
    erlang:display(lists:sort(maps:to_list(maps:remove(memory, atomics:info(Unsigned))))),
    erlang:display([atomics:get(Signed, Place) || Place <- [1, 2, 3]]),
    show(fun() -> atomics:put(Signed, 1, (1 bsl 63) - 1), atomics:add_get(Signed, 1, 1) end),
    show(fun() -> atomics:put(Signed, 1, 1 bsl 63) end),
    show(fun() -> atomics:add(Signed, 2, (1 bsl 64) - 1), atomics:get(Signed, 2) end),
    show(fun() -> atomics:add(Signed, 2, 1 bsl 64) end),
    show(fun() -> atomics:sub_get(Unsigned, 1, 1) end),
    show(fun() -> atomics:put(Unsigned, 1, -1) end),
    show(fun() -> atomics:add_get(Unsigned, 1, -5) end),
    show(fun() -> atomics:add(Unsigned, 1, -(1 bsl 63) - 1) end),
    show(fun() -> atomics:exchange(Signed, 3, 5) end),
    show(fun() -> atomics:compare_exchange(Signed, 3, 4, 6) end),
    show(fun() -> atomics:compare_exchange(Signed, 3, 5, 6) end),
    show(fun() -> atomics:get(Signed, 3) end),
    show(fun() -> atomics:get(Signed, 0) end),
    show(fun() -> atomics:get(Signed, 4) end),
    show(fun() -> atomics:get(Signed, one) end),
    show(fun() -> atomics:sub(Signed, 1, a) end),
    show(fun() -> atomics:sub(Signed, 4, 1) end),
    [show(fun() -> atomics:new(Size, Options) end) ||
        {Size, Options} <- [{0, []}, {-1, []}, {a, []}, {1 bsl 70, []}, {1, [b]}, {1, [{signed, 1}]}, {1, c}]],
    show(fun() -> atomics:info(make_ref()) end),
    counters(),
    shared(),
    kept(),
    ok.

counters() ->
    Plain = counters:new(2, []),
    Wide = counters:new(2, [write_concurrency]),
    show(fun() -> [element(1, Counters) || Counters <- [Plain, Wide, counters:new(1, [atomics])]] end),
    show(fun() -> counters:add(Plain, 1, 5), counters:sub(Plain, 1, 7), counters:get(Plain, 1) end),
    show(fun() -> counters:put(Wide, 2, 9), counters:add(Wide, 2, -10), counters:get(Wide, 2) end),
    show(fun() -> maps:get(size, counters:info(Plain)) end),
    show(fun() -> maps:get(size, counters:info(Wide)) end),
    show(fun() -> counters:get(Plain, 3) end),
    show(fun() -> counters:add(Plain, 1, x) end),
    show(fun() -> counters:put(Wide, 1, 1 bsl 63) end),
    show(fun() -> counters:get({atomics, 1}, 1) end),
    show(fun() -> counters:get(1, 1) end),
    show(fun() -> counters:new(0, []) end),
    show(fun() -> counters:new(1, [d]) end).

%% What one process adds another sees, through a reference in a message or in the external term format.
shared() ->
    Array = atomics:new(1, []),
    Self = self(),
    Pids = [spawn_link(fun() -> [atomics:add(Array, 1, 1) || _ <- lists:seq(1, 100)], Self ! {self(), done} end) ||
               _ <- lists:seq(1, 10)],
    [receive {Pid, done} -> ok end || Pid <- Pids],
    show(fun() -> atomics:get(Array, 1) end),
    show(fun() -> atomics:get(binary_to_term(term_to_binary(Array)), 1) end).

%% An array lives as long as any reference to it, and many that nobody refers to come and go.
kept() ->
    Kept = [begin Array = atomics:new(1, []), atomics:put(Array, 1, Number), Array end || Number <- lists:seq(1, 50)],
    [atomics:put(atomics:new(100, []), 7, Number) || Number <- lists:seq(1, 5000)],
    erlang:garbage_collect(),
    [atomics:new(1, []) || _ <- lists:seq(1, 500)],
    show(fun() -> lists:sum([atomics:get(Array, 1) || Array <- Kept]) end).

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
