%% safe_fixtable/2: a walk during which objects come and go.
-module(fixed_tables).
-export([start/0]).

start() -> [kind(K) || K <- [set, bag, ordered_set, duplicate_bag]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind, public]),
    ets:insert(T, [{N, kept} || N <- lists:seq(1, 3000)]),
    show(ets:info(T, fixed)),
    ets:safe_fixtable(T, true),
    show(ets:info(T, fixed)),
    Seen = walk(T, ets:first(T), 1, []),
    Old = [K || K <- Seen, is_integer(K)],
    show(length(Old) =:= length(lists:usort(Old))),
    show(lists:usort(Old) =:= lists:seq(1, 3000)),
    show(length(Seen) =:= length(lists:usort(Seen))),
    ets:safe_fixtable(T, true),
    {_, By} = ets:info(T, safe_fixed),
    show([{P =:= self(), N} || {P, N} <- By]),
    {Time, _} = ets:info(T, safe_fixed_monotonic_time),
    show(is_integer(Time)),
    ets:safe_fixtable(T, false),
    show(ets:info(T, fixed)),
    ets:safe_fixtable(T, false),
    show(ets:info(T, fixed)),
    ets:safe_fixtable(T, false),
    show(ets:info(T, safe_fixed)),
    show(lists:all(fun({K, _}) -> not is_integer(K) end, ets:tab2list(T))),
    {P, M} = spawn_monitor(fun() -> ets:safe_fixtable(T, true), receive stop -> ok end end),
    wait_for(fun() -> ets:info(T, fixed) end),
    P ! stop,
    receive {'DOWN', M, _, _, _} -> ok end,
    show(ets:info(T, fixed)),
    show(try ets:safe_fixtable(T, maybe_) catch error:R -> R end),
    ok.

%% Deletes what it saw and puts other keys in.
walk(_, '$end_of_table', _, Seen) -> Seen;
walk(T, K, N, Seen) ->
    ets:delete(T, K),
    N < 2000 andalso ets:insert(T, {{new, N}, x}),
    walk(T, ets:next(T, K), N + 1, [K | Seen]).

wait_for(F) -> case F() of true -> ok; false -> erlang:yield(), wait_for(F) end.

show(Term) -> io:format("~0p~n", [Term]).
