%% A coordinator asks participants to vote, and all commit or all roll back.
-module(two_phase_commit).
-export([start/0]).

start() ->
    show(transaction([{a, yes}, {b, yes}, {c, yes}])),
    show(transaction([{a, yes}, {b, no}, {c, yes}])),
    show(transaction([{a, yes}, {b, silent}])),
    show(transaction([{a, crash}, {b, yes}])),
    show(transaction([])),
    ok.

transaction(Parts) ->
    Self = self(),
    Ps = [{N, spawn(fun() -> participant(N, How, Self) end)} || {N, How} <- Parts],
    Votes = [vote(P) || {_, P} <- Ps],
    Decision = case lists:all(fun(V) -> V =:= yes end, Votes) of true -> commit; false -> rollback end,
    [P ! {decision, Decision} || {_, P} <- Ps],
    {Decision, Votes, lists:sort([receive {done, N, D} -> {N, D} after 10 -> {N, unknown} end || {N, _} <- Ps, N =/= none])}.

vote(P) ->
    M = monitor(process, P),
    P ! {prepare, self(), M},
    receive {M, V} -> demonitor(M, [flush]), V; {'DOWN', M, _, _, R} -> {down, R} after 10 -> demonitor(M, [flush]), timeout end.

participant(N, How, Owner) ->
    receive
        {prepare, From, R} ->
            case How of
                crash -> exit(crashed);
                silent -> ok;
                _ -> From ! {R, How}
            end,
            receive {decision, D} -> Owner ! {done, N, D} end
    end.

show(Term) -> io:format("~0p~n", [Term]).
