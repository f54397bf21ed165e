%% Maps in maps, updated on a path
-module(more_nested_maps).
-export([start/0]).

start() ->
    M = put_in([a, b, c], 1, #{}),
    show(M),
    show(get_in([a, b, c], M)),
    show(get_in([a, x], M)),
    show(get_in([a, b], put_in([a, b, c], 2, M))),
    ok.

put_in([K], V, M) -> M#{K => V};
put_in([K | Rest], V, M) -> M#{K => put_in(Rest, V, maps:get(K, M, #{}))}.

get_in([], V) -> V;
get_in([K | Rest], M) -> case M of #{K := V} -> get_in(Rest, V); _ -> nothing end.

show(Term) -> io:format("~0p~n", [Term]).
