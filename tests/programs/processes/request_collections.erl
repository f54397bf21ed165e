%% Requests answered in any order: tagged, gathered as they come, some lost.
-module(request_collections).
-export([start/0]).

start() ->
    Servers = maps:from_list([{N, spawn(fun() -> server(Delay) end)} || {N, Delay} <- [{a, 30}, {b, 1}, {c, 15}, {d, never}]]),
    Refs = maps:from_list([{ask(P, N), N} || {N, P} <- maps:to_list(Servers)]),
    show(gather(Refs, 100)),
    show(process_info(self(), message_queue_len)),
    exit(maps:get(d, Servers), kill),
    show(gather(#{ask(maps:get(d, Servers), d) => d}, 100)),
    show(gather(#{}, 10)),
    ok.

ask(P, What) ->
    R = monitor(process, P, [{alias, reply_demonitor}]),
    P ! {ask, R, What},
    R.

gather(Refs, _) when map_size(Refs) =:= 0 -> [];
gather(Refs, Time) ->
    receive
        {R, Answer} when is_map_key(R, Refs) -> [{maps:get(R, Refs), Answer} | gather(maps:remove(R, Refs), Time)];
        {'DOWN', R, process, _, Why} when is_map_key(R, Refs) -> [{maps:get(R, Refs), {down, Why}} | gather(maps:remove(R, Refs), Time)]
    after Time ->
        [begin demonitor(R, [flush]), unalias(R), {N, lost} end || {N, R} <- lists:sort([{N, R} || {R, N} <- maps:to_list(Refs)])]
    end.

server(Delay) ->
    receive
        {ask, _, _} when Delay =:= never -> server(Delay);
        {ask, R, What} -> timer:sleep(Delay), R ! {R, {answer, What}}, server(Delay)
    end.

show(Term) -> io:format("~0p~n", [Term]).
