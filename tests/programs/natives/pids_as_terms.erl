%% Pids, references and ports as keys, in order, in sets, in texts.
-module(pids_as_terms).
-export([start/0]).

start() ->
    Wait = fun() -> receive stop -> ok end end,
    Pids = [spawn(Wait) || _ <- lists:seq(1, 50)],
    Map = maps:from_list(lists:zip(Pids, lists:seq(1, 50))),
    show([maps:get(P, Map) || P <- lists:reverse(Pids)] =:= lists:reverse(lists:seq(1, 50))),
    show(length(lists:usort(Pids ++ Pids))),
    show([binary_to_term(term_to_binary(P)) || P <- Pids] =:= Pids),
    show([list_to_pid(pid_to_list(P)) || P <- Pids] =:= Pids),
    Refs = [make_ref() || _ <- lists:seq(1, 50)],
    RefMap = maps:from_list([{R, N} || {N, R} <- lists:zip(lists:seq(1, 50), Refs)]),
    show(lists:sum([maps:get(R, RefMap) || R <- Refs])),
    show([binary_to_term(term_to_binary(R)) || R <- Refs] =:= Refs),
    show([list_to_ref(ref_to_list(R)) || R <- Refs] =:= Refs),
    show(lists:usort([node(X) || X <- Pids ++ Refs])),
    show(lists:usort([{is_pid(P), is_reference(P), is_atom(P)} || P <- Pids])),
    show([hd(Refs) < hd(Pids), hd(Pids) < {}, fun() -> ok end < hd(Pids), a < hd(Refs)]),
    show(lists:usort([erlang:phash2(P, 1) || P <- Pids])),
    show([hd(Pids) =:= hd(Pids), hd(Pids) == lists:nth(2, Pids), hd(Refs) =:= make_ref()]),
    [exit(P, kill) || P <- Pids],
    show(lists:usort([is_process_alive(P) || P <- Pids])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
