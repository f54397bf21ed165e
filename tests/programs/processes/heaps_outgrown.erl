%% max_heap_size: who outgrows it is killed, and whoever watches hears of it.
-module(heaps_outgrown).
-export([start/0]).

start() ->
    grown(20000, [{max_heap_size, 10000}]),
    grown(20000, [{max_heap_size, #{size => 10000, kill => true, error_logger => false}}]),
    grown(20000, [{max_heap_size, #{size => 10000, kill => false, error_logger => false}}]),
    grown(20000, [{max_heap_size, 0}]),
    grown(200, [{max_heap_size, 100000}]),
    by_flag(),
    linked(),
    told(),
    io:format("~p~n", [[size_of(Size) || Size <- [0, 1, 233, 234, 300, 1342, 100000]]]),
    ok.

%% Grows to many words; how that ended.
grown(Count, Options) ->
    Quiet = case Options of
        [{max_heap_size, Size}] when is_integer(Size) ->
            [{max_heap_size, #{size => Size, error_logger => false}}];
        _ -> Options
    end,
    {Pid, Monitor} = spawn_opt(fun() -> exit({grew, length(numbers(Count, []))}) end, [monitor | Quiet]),
    receive {'DOWN', Monitor, process, Pid, Reason} -> io:format("~p ~p: ~p~n", [Count, shown(Options), Reason]) end.

%% Maps are listed: not all releases show them in the same order, and newer ones have a key more.
shown([{Key, Value}]) when is_map(Value) ->
    {Key, lists:sort(maps:to_list(maps:remove(include_shared_binaries, Value)))};
shown([Option]) -> Option.

numbers(0, List) -> List;
numbers(N, List) -> numbers(N - 1, [{N} | List]).

%% The flag of a running process, and what it was.
by_flag() ->
    {Pid, Monitor} = spawn_monitor(fun() ->
        Old = process_flag(max_heap_size, #{size => 5000, error_logger => false}),
        io:format("~p ~p~n", [maps:get(size, Old), shown([process_info(self(), max_heap_size)])]),
        catch numbers(50000, []),
        exit(not_killed)
    end),
    receive {'DOWN', Monitor, process, Pid, Reason} -> io:format("by flag: ~p~n", [Reason]) end.

%% A link tells it as killed, which can be trapped.
linked() ->
    process_flag(trap_exit, true),
    Pid = spawn_opt(fun() -> numbers(50000, []) end, [link, {max_heap_size, #{size => 5000, error_logger => false}}]),
    receive {'EXIT', Pid, Reason} -> io:format("linked: ~p~n", [Reason]) end,
    process_flag(trap_exit, false).

%% A catch is no help.
told() ->
    {Pid, Monitor} = spawn_opt(fun() ->
        try numbers(50000, []) of _ -> exit(fine) catch _:_ -> exit(caught) after exit(last) end
    end, [monitor, {max_heap_size, #{size => 5000, error_logger => false}}]),
    receive {'DOWN', Monitor, process, Pid, Reason} -> io:format("caught: ~p~n", [Reason]) end.

%% The least size of a heap is one of the sizes there are.
size_of(Least) ->
    {Pid, Monitor} = spawn_opt(fun() ->
        {garbage_collection, Facts} = process_info(self(), garbage_collection),
        exit(proplists:get_value(min_heap_size, Facts))
    end, [monitor, {min_heap_size, Least}]),
    receive {'DOWN', Monitor, process, Pid, Size} -> Size end.
