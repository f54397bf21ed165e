%% One counter shared through a process, a dictionary, atomics.
-module(counters_of_processes).
-export([start/0]).

start() ->
    Self = self(),
    Counter = spawn(fun() -> count(0) end),
    Atomic = counters:new(1, []),
    run(20, fun(_) -> [begin Counter ! add, counters:add(Atomic, 1, 1) end || _ <- lists:seq(1, 25)] end),
    Counter ! {get, Self},
    show(receive {count, C} -> C end),
    show(counters:get(Atomic, 1)),
    A = atomics:new(2, []),
    run(10, fun(N) -> [atomics:add(A, 1 + (N + K) rem 2, 1) || K <- lists:seq(1, 10)] end),
    show([atomics:get(A, I) || I <- [1, 2]]),
    Max = atomics:new(1, []),
    run(10, fun(N) -> raise_to(Max, N * N) end),
    show(atomics:get(Max, 1)),
    put(own, 0),
    run(5, fun(_) -> put(own, 100) end),
    show(get(own)),
    Results = ets_like([{k, N} || N <- lists:seq(1, 10)]),
    show(Results),
    ok.

run(N, F) ->
    Ms = [element(2, spawn_monitor(fun() -> F(I) end)) || I <- lists:seq(1, N)],
    [receive {'DOWN', M, _, _, normal} -> ok end || M <- Ms].

count(N) -> receive add -> count(N + 1); {get, P} -> P ! {count, N}, count(N) end.

raise_to(Ref, V) ->
    Old = atomics:get(Ref, 1),
    case V > Old of
        true -> case atomics:compare_exchange(Ref, 1, Old, V) of ok -> ok; _ -> raise_to(Ref, V) end;
        false -> ok
    end.

ets_like(Pairs) ->
    Table = spawn(fun() -> table(#{}) end),
    run(length(Pairs), fun(I) -> {K, V} = lists:nth(I, Pairs), Table ! {add, K, V} end),
    Table ! {all, self()},
    receive {all, M} -> lists:sort([{K, lists:sort(Vs)} || {K, Vs} <- maps:to_list(M)]) end.

table(M) -> receive {add, K, V} -> table(M#{K => [V | maps:get(K, M, [])]}); {all, P} -> P ! {all, M} end.

show(Term) -> io:format("~0p~n", [Term]).
