%% update_counter/3,4: increments, thresholds, several at once, defaults.
-module(counters_of_rows).
-export([start/0]).

start() -> [kind(K) || K <- [set, ordered_set]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    ets:insert(T, [{a, 1, 10, x}, {big, 1 bsl 59, 0}, {neg, -5}]),
    Asked = [1, -3, 0, {2, 5}, {3, -1}, {2, 100, 50, 7}, {2, -100, 0, 99}, {2, 0, 0, 5}, [{2, 1}, {3, 1}], [{2, 1}, {2, 1}], [],
             {2, 1, 1000, -1}, {2, 1 bsl 64}, {2, -(1 bsl 64)}, [{2, 1, 5, 0}, {3, 2}]],
    [show({A, ets:update_counter(T, a, A)}) || A <- Asked],
    show(ets:lookup(T, a)),
    show(ets:update_counter(T, big, 1 bsl 59)),
    show(ets:update_counter(T, big, -(1 bsl 60))),
    show(ets:update_counter(T, neg, {2, 3, 0, 0})),
    Wrong = [{1, 1}, {0, 1}, {5, 1}, {4, 1}, {2, a}, {2, 1.0}, {a, 1}, atom, 1.5, {2}, {2, 1, 2}, {2, 1, a, 1}, {2, 1, 1, a},
             [{2, 1}, {1, 1}], [{2, 1}, {4, 1}], [{2, 1} | 3], [1], {2, 1, 1, 1, 1}],
    [show({A, try ets:update_counter(T, a, A) catch error:R -> R end}) || A <- Wrong],
    show(ets:lookup(T, a)),
    show(try ets:update_counter(T, none, 1) catch error:R1 -> R1 end),
    show(ets:update_counter(T, new, 1, {ignored, 5})),
    show(ets:update_counter(T, new, 1, {ignored, 5})),
    show(ets:update_counter(T, newer, [{2, 2}, {3, 3}], {x, 0, 0, rest})),
    show(ets:lookup(T, newer)),
    [show(try ets:update_counter(T, missing, A, D) catch error:R2 -> R2 end)
     || {A, D} <- [{1, {x}}, {1, {x, a}}, {{3, 1}, {x, 1}}, {1, atom}, {{1, 1}, {x, 1}}, {a, {x, 1}}]],
    show(ets:member(T, missing)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
