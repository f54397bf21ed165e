%% Tables that grow and shrink: every key stays what it was.
-module(large_tables).
-export([start/0]).

start() -> [kind(K) || K <- [set, ordered_set, bag]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    N = 20000,
    [ets:insert(T, {K, K * 2}) || K <- lists:seq(1, N)],
    [ets:insert(T, {{key, K}, <<K:32>>}) || K <- lists:seq(1, N)],
    show(ets:info(T, size)),
    show(lists:all(fun(K) -> ets:lookup(T, K) =:= [{K, K * 2}] andalso ets:lookup(T, {key, K}) =:= [{{key, K}, <<K:32>>}] end,
                   lists:seq(1, N))),
    show(ets:lookup(T, N + 1)),
    [ets:delete(T, K) || K <- lists:seq(1, N), K rem 7 =/= 0],
    show(ets:info(T, size)),
    show(lists:all(fun(K) -> ets:member(T, K) =:= (K rem 7 =:= 0) end, lists:seq(1, N))),
    show(length(ets:tab2list(T)) =:= ets:info(T, size)),
    show(lists:sum(ets:select(T, [{{'$1', '$2'}, [{is_integer, '$1'}], ['$2']}]))),
    show(ets:select_delete(T, [{{{key, '_'}, '_'}, [], [true]}])),
    show(lists:sort([K || {K, _} <- ets:tab2list(T)]) =:= lists:seq(7, N, 7)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
