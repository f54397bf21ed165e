%% A process that computes each result once, for many who ask at the same time.
-module(caches_of_results).
-export([start/0]).

start() ->
    Count = counters:new(1, []),
    C = spawn(fun() -> cache(#{}, #{}, fun(N) -> counters:add(Count, 1, 1), timer:sleep(1), N * N end) end),
    Self = self(),
    [spawn(fun() -> Self ! {asked, N, get_it(C, N rem 4)} end) || N <- lists:seq(1, 40)],
    Answers = [receive {asked, N, A} -> {N rem 4, A} end || _ <- lists:seq(1, 40)],
    show(lists:usort(Answers)),
    show(counters:get(Count, 1)),
    show([get_it(C, N) || N <- [2, 9, 2]]),
    show(counters:get(Count, 1)),
    C ! {forget, 2},
    show([get_it(C, 2), counters:get(Count, 1)]),
    show(get_it(C, bad)),
    show(get_it(C, 3)),
    ok.

get_it(C, K) -> R = make_ref(), C ! {get, self(), R, K}, receive {R, V} -> V after 500 -> timeout end.

cache(Known, Waiting, F) ->
    receive
        {get, From, R, K} when is_map_key(K, Known) -> From ! {R, maps:get(K, Known)}, cache(Known, Waiting, F);
        {get, From, R, K} when is_map_key(K, Waiting) -> cache(Known, maps:update_with(K, fun(L) -> [{From, R} | L] end, Waiting), F);
        {get, From, R, K} ->
            Me = self(),
            spawn(fun() -> Me ! {computed, K, try F(K) catch error:E -> {failed, E} end} end),
            cache(Known, Waiting#{K => [{From, R}]}, F);
        {computed, K, V} ->
            {Who, Rest} = maps:take(K, Waiting),
            [P ! {R, V} || {P, R} <- Who],
            cache(Known#{K => V}, Rest, F);
        {forget, K} -> cache(maps:remove(K, Known), Waiting, F)
    end.

show(Term) -> io:format("~0p~n", [Term]).
