%% maps: iterators over small and large maps, half way, ordered by sorting,.
-module(maps_iterated).
-export([start/0]).

start() ->
    Small = #{1 => a, 2 => b, 3 => c},
    Large = maps:from_list([{N, N * N} || N <- lists:seq(1, 100)]),
    [begin
        I = maps:iterator(M),
        show(lists:sort(walk(maps:next(I))) =:= lists:sort(maps:to_list(M))),
        {K, V, Rest} = maps:next(I),
        show(lists:sort([{K, V} | walk(maps:next(Rest))]) =:= lists:sort(maps:to_list(M))),
        show(maps:fold(fun(_, _, N) -> N + 1 end, 0, I) =:= map_size(M)),
        show(maps:map(fun(_, X) -> X end, I) =:= M),
        show(map_size(maps:filter(fun(Q, _) -> Q > 1 end, I)) =:= map_size(M) - 1)
     end || M <- [Small, Large]],
    show(maps:next(maps:iterator(#{}))),
    show(lists:sort(maps:keys(Large)) =:= lists:seq(1, 100)),
    show(lists:sum(maps:values(Large))),
    show([map_size(maps:merge(Large, #{K => x})) || K <- [50, 101, a]]),
    show(maps:fold(fun(K, V, ok) when K * K =:= V -> ok end, ok, Large)),
    show(lists:foldl(fun maps:remove/2, Large, lists:seq(1, 99))),
    show(map_size(lists:foldl(fun(N, M) -> M#{{key, N} => [N]} end, Large, lists:seq(1, 1000)))),
    show(lists:sum([begin #{{key, N} := [V]} = #{{key, N} => [N]}, V end || N <- lists:seq(1, 100)])),
    ok.

walk(none) -> [];
walk({K, V, I}) -> [{K, V} | walk(maps:next(I))].

show(Term) -> io:format("~0p~n", [Term]).
