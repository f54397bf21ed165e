%% Priority queues as skew heaps, pairing heaps.
-module(skew_heaps).
-export([start/0]).

start() ->
    Items = [(N * 7919) rem 101 || N <- lists:seq(1, 60)],
    Skew = lists:foldl(fun(X, H) -> merge(H, {X, nil, nil}) end, nil, Items),
    Pairing = lists:foldl(fun(X, H) -> pair({X, []}, H) end, nil, Items),
    A = drain(Skew),
    B = drain_pairing(Pairing),
    io:format("~w~n", [A]),
    io:format("~w ~w~n", [A =:= B, A =:= lists:sort(Items)]),
    io:format("~w~n", [depth(Skew) < 30]),
    io:format("~w~n", [schedule([{5, c}, {1, a}, {3, b}, {1, z}, {4, d}])]),
    ok.

merge(nil, H) -> H;
merge(H, nil) -> H;
merge({X, L, R}, {Y, _, _} = H) when X =< Y -> {X, merge(H, R), L};
merge(H, {Y, L, R}) -> {Y, merge(H, R), L}.

drain(nil) -> [];
drain({X, L, R}) -> [X | drain(merge(L, R))].

depth(nil) -> 0;
depth({_, L, R}) -> 1 + max(depth(L), depth(R)).

pair(nil, H) -> H;
pair(H, nil) -> H;
pair({X, Hs}, {Y, _} = H) when X =< Y -> {X, [H | Hs]};
pair(H, {Y, Hs}) -> {Y, [H | Hs]}.

pairs([A, B | Rest]) -> pair(pair(A, B), pairs(Rest));
pairs([A]) -> A;
pairs([]) -> nil.

drain_pairing(nil) -> [];
drain_pairing({X, Hs}) -> [X | drain_pairing(pairs(Hs))].

schedule(Jobs) -> [Name || {_, Name} <- drain(lists:foldl(fun(J, H) -> merge(H, {J, nil, nil}) end, nil, Jobs))].
