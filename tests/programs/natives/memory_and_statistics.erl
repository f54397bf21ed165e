%% memory, statistics and their keys: kinds of answers, and unknown keys.
-module(memory_and_statistics).
-export([start/0]).

start() ->
    [show({K, is_integer(erlang:memory(K))}) || K <- [total, processes, processes_used, system, atom, atom_used, binary, code, ets]],
    show(lists:sort([K || {K, _} <- erlang:memory()])),
    show([erlang:memory([total, code]) =/= [], [K || {K, _} <- erlang:memory([code, total])]]),
    show([outcome(memory, [K]) || K <- [nonsense, 5, [total, nonsense], "total"]]),
    {A, B} = statistics(reductions),
    {C, _} = statistics(reductions),
    show([is_integer(A), is_integer(B), C >= A]),
    {W1, _} = statistics(wall_clock),
    timer:sleep(3),
    {W2, Since} = statistics(wall_clock),
    show([W2 >= W1 + 2, Since >= 2]),
    {R1, _} = statistics(runtime),
    show(is_integer(R1)),
    show([is_integer(statistics(run_queue)), tuple_size(statistics(garbage_collection)), tuple_size(statistics(context_switches)), tuple_size(statistics(exact_reductions))]),
    show([is_integer(statistics(K)) || K <- [total_run_queue_lengths, total_active_tasks]]),
    show([outcome(statistics, [K]) || K <- [nonsense, 5, "x"]]),
    Before = erlang:memory(binary),
    Big = binary:copy(<<1>>, 1000000),
    show(erlang:memory(binary) >= Before),
    show(byte_size(Big)),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
