%% Functions of ets that OTP 27 has: keys with their objects, and defaults.
-module(keys_with_objects).
-export([start/0]).

start() ->
    [kind(K) || K <- [set, bag, duplicate_bag, ordered_set]],
    O = ets:new(o, [ordered_set]),
    ets:insert(O, [{N, x} || N <- [2, 4, 6]]),
    show([ets:first_lookup(O), ets:last_lookup(O), ets:next_lookup(O, 2), ets:next_lookup(O, 3), ets:next_lookup(O, 6)]),
    show([ets:prev_lookup(O, 4), ets:prev_lookup(O, 5), ets:prev_lookup(O, 2), ets:prev_lookup(O, a)]),
    [show(ets:lookup_element(O, K, P, default)) || {K, P} <- [{2, 2}, {3, 2}, {3, 9}]],
    [show(try ets:lookup_element(O, K, P, default) catch error:R -> R end) || {K, P} <- [{2, 3}, {2, 0}, {3, a}, {3, 0}]],
    show(ets:update_element(O, 2, {2, y}, {0, 0})),
    show(ets:update_element(O, 3, {2, y}, {0, 0, z})),
    show(ets:update_element(O, 5, [{2, y}, {3, z}], {0, 0, 0, rest})),
    [show(try ets:update_element(O, K, A, D) catch error:R -> R end)
     || {K, A, D} <- [{9, {2, y}, {x}}, {9, {1, y}, {x, y}}, {9, {2, y}, {}}, {9, {2, y}, atom}, {9, a, {x, y}}, {2, {2, z}, atom}]],
    show(ets:tab2list(O)),
    ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    show([ets:first_lookup(T), ets:last_lookup(T)]),
    Objects = [{K, V} || K <- lists:seq(1, 100), V <- [1, 2]],
    ets:insert(T, Objects),
    Kept = lists:sort(ets:tab2list(T)),
    show(lists:sort(walk(T, ets:first_lookup(T), next_lookup)) =:= Kept),
    show(lists:sort(walk(T, ets:last_lookup(T), prev_lookup)) =:= Kept),
    show(ets:lookup_element(T, 7, 2, none) =:= ets:lookup_element(T, 7, 2)),
    show(ets:lookup_element(T, 101, 2, none)),
    show(try ets:next_lookup(T, 0) catch error:R -> R end),
    show(try ets:update_element(T, 200, {2, x}, {0, 0}) catch error:R1 -> R1 end),
    ok.

walk(_, '$end_of_table', _) -> [];
walk(T, {K, Objects}, F) -> Objects ++ walk(T, ets:F(T, K), F).

show(Term) -> io:format("~0p~n", [Term]).
