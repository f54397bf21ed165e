%% system_info: the keys that say the same on every machine, and those refused.
-module(system_facts).
-export([start/0]).

start() ->
    [io:format("~0p: ~0p~n", [Key, try erlang:system_info(Key) catch C:R -> {C, R} end])
     || Key <- [machine, nonsense, {nonsense, 1}, 5, "machine"]],
    [io:format("~0p ~0p~n", [Key, kind(erlang:system_info(Key))])
     || Key <- [wordsize, {wordsize, internal}, {wordsize, external}, process_count, process_limit, port_count, port_limit, atom_count, atom_limit, schedulers,
                schedulers_online, otp_release, version, system_version, system_architecture, endian, heap_type, logical_processors,
                multi_scheduling, smp_support, threads, thread_pool_size, fullsweep_after, min_heap_size, time_correction, time_warp_mode, start_time,
                tolerant_timeofday, emu_type, emu_flavor, debug_compiled, dist_ctrl, creation, modified_timing_level, dynamic_trace, port_parallelism]],
    io:format("~0p~n", [erlang:system_info(process_limit) > erlang:system_info(process_count)]),
    io:format("~0p~n", [erlang:system_info({wordsize, internal}) =:= erlang:system_info(wordsize)]),
    io:format("~0p~n", [erlang:system_info(endian) =:= case <<1:16/native>> of <<1:16/little>> -> little; _ -> big end]),
    {fullsweep_after, N} = erlang:system_info(fullsweep_after),
    io:format("~0p ~0p~n", [is_integer(N), erlang:system_info(atom_limit) >= erlang:system_info(atom_count)]),
    ok.

kind(X) when is_integer(X) -> integer;
kind(X) when is_boolean(X) -> boolean;
kind(X) when is_atom(X) -> atom;
kind([C | _]) when is_integer(C) -> list;
kind(X) when is_list(X) -> list;
kind(X) when is_tuple(X) -> {tuple, tuple_size(X)};
kind(X) when is_map(X) -> map.
