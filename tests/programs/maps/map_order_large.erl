%% Large maps compare by size, then by keys in term order, then by values.
-module(map_order_large).
-export([start/0, id/1]).

start() ->
    Map = base(),
    erlang:display({Map < Map#{id(50) := 51}, Map > Map#{id(50) := 51}, Map == Map#{id(50) := 50.0}}),
    erlang:display({Map =:= Map#{id(50) := 50.0}, Map < Map#{new => 1}, Map > maps:remove(a, Map)}),
    %% The least key that only one has decides, whatever the values.
    erlang:display([{K, L, other(K, Map) < other(L, Map), other(K, Map) > other(L, Map), other(K, Map) == other(L, Map)}
                    || K <- others(), L <- others()]),
    %% The least key whose values differ decides.
    Two = Map#{3 := 4, "list" := 0},
    erlang:display({Map < Two, Map#{3 := 2.0} < Map#{3 := 2}, Two < Map#{3 := 4.0, "list" := 1}, Map#{b := 9} < Map#{a := 0}}),
    Variants = [Map#{K := V} || K <- [1, 2.5, a, zz, {t}, "list", <<"bin">>], V <- [0, 1, 1.0, atom, {x}, []]],
    Sorted = lists:sort(Variants),
    erlang:display([[{K, V} || {K, V} <- maps:to_list(M), V =/= maps:get(K, Map)] || M <- Sorted]),
    erlang:display(length(lists:usort(Variants))),
    erlang:display(lists:all(fun({A, B}) -> A =< B end, lists:zip(lists:droplast(Sorted), tl(Sorted)))),
    erlang:display(lists:sort([maps:size(M) || M <- [Map, #{}, other(a, Map)]])),
    erlang:display(lists:keyfind(Map, 1, [{x}, {Map#{1 := 1.0}, float}, {Map, same}]) =:= {Map#{1 := 1.0}, float}),
    erlang:display(lists:member(Map, [Map#{1 := 1.0}])),
    erlang:display(lists:usort([Map, base(), maps:from_list(lists:reverse(maps:to_list(Map)))]) =:= [Map]),
    erlang:display([Map, a] -- [base()]),
    erlang:display({max(Map, []) =:= [], min(Map, {}) =:= {}, max(Map, #{}) =:= Map}),
    ok.

base() ->
    maps:from_list([{N, N} || N <- lists:seq(1, 50)] ++ [{2.5, x}, {a, a}, {b, b}, {zz, zz}, {{t}, t}, {"list", l}, {<<"bin">>, b}]).

others() -> [0, 100, 100.0, 0.5, aa, zzz, {}, {z, z}, [], "z", <<>>, #{}, #{1 => 1}].

%% Another key in the place of one that all have.
other(Key, Map) -> maps:put(Key, x, maps:remove(30, Map)).

id(X) -> X.
