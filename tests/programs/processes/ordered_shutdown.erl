%% Layers of processes started in order and stopped in the other.
-module(ordered_shutdown).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    Self = self(),
    Layers = [{store, polite}, {cache, polite}, {stuck, stubborn}, {web, polite}],
    Started = [{N, spawn_link(fun() -> layer(N, How, Self) end)} || {N, How} <- Layers],
    show([receive {up, N} -> N end || {N, _} <- Started]),
    show([{N, stop(P, 20)} || {N, P} <- lists:reverse(Started)]),
    show(log()),
    show(process_info(self(), links)),
    ok.

layer(N, How, Owner) ->
    process_flag(trap_exit, true),
    Owner ! {up, N},
    serve(N, How, Owner).

serve(N, How, Owner) ->
    receive
        {'EXIT', Owner, shutdown} when How =:= polite -> Owner ! {log, {closed, N}}, exit(shutdown);
        {'EXIT', _, _} -> serve(N, How, Owner)
    end.

stop(P, Time) ->
    M = monitor(process, P),
    exit(P, shutdown),
    receive
        {'DOWN', M, _, _, R} -> flush(P), R
    after Time ->
        exit(P, kill),
        receive {'DOWN', M, _, _, R} -> flush(P), {brutally, R} end
    end.

flush(P) -> receive {'EXIT', P, _} -> ok after 10 -> no_exit end.

log() -> receive {log, L} -> [L | log()] after 5 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).
