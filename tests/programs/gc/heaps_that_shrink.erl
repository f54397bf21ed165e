%% Processes that grow large and let go again, many times, and whose data survives.
-module(heaps_that_shrink).
-export([start/0]).

start() ->
    show([cycle(N, lists:seq(1, 100)) || N <- [1, 5, 20]]),
    Self = self(),
    Pids = [spawn(fun() -> Self ! {self(), cycle(10, [Tag])} end) || Tag <- lists:seq(1, 20)],
    show([receive {P, R} -> R end || P <- Pids]),
    P = spawn(fun() -> holder([]) end),
    P ! {grow, 50000},
    Large = heap(P),
    P ! shrink,
    garbage_collect(P),
    Small = heap(P),
    show(Small < Large div 4),
    P ! {get, self()},
    show(receive {kept, K} -> K end),
    show(maps_survive(50)),
    ok.

cycle(0, Kept) -> lists:sum(Kept);
cycle(N, Kept) ->
    Garbage = [{X, [X], #{X => X}} || X <- lists:seq(1, 2000)],
    true = length(Garbage) =:= 2000,
    cycle(N - 1, [N | Kept]).

holder(Kept) ->
    receive
        {grow, N} -> holder(lists:seq(1, N));
        shrink -> holder(lists:sublist(Kept, 3));
        {get, From} -> From ! {kept, Kept}, holder(Kept)
    end.

heap(P) -> {total_heap_size, H} = process_info(P, total_heap_size), H.

maps_survive(N) ->
    M = lists:foldl(fun(K, Acc) -> [list_to_tuple(lists:seq(1, 50)) || _ <- lists:seq(1, 20)], Acc#{K => lists:seq(1, K rem 10)} end, #{}, lists:seq(1, N * 10)),
    lists:sum([length(V) || V <- maps:values(M)]).

show(Term) -> io:format("~0p~n", [Term]).
