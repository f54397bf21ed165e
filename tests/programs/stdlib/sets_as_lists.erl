%% sets: functions over lists of them, mapped, folded, and sets that are not there.
-module(sets_as_lists).
-export([start/0]).

start() ->
    Old = [sets:from_list(L) || L <- [[1, 2, 3], [2, 3, 4], [3, 4, 5]]],
    Sorted = fun(S) -> lists:sort(sets:to_list(S)) end,
    show([Sorted(sets:union(Old)), Sorted(sets:intersection(Old)), Sorted(sets:union([hd(Old)])), Sorted(sets:union([]))]),
    show([sets:size(S) || S <- Old]),
    show([sets:is_set(X) || X <- [hd(Old), [], #{}, {set}, 5]]),
    show([sets:is_subset(A, B) || A <- Old, B <- Old]),
    show([sets:is_disjoint(sets:from_list([a]), B) || B <- Old]),
    show(sets:fold(fun(X, Acc) -> X + Acc end, 0, hd(Old))),
    show(Sorted(sets:filter(fun(X) -> X rem 2 =:= 1 end, sets:from_list(lists:seq(1, 9))))),
    show([sets:is_empty(sets:subtract(hd(Old), hd(Old))), sets:is_element(9, hd(Old))]),
    show([try sets:intersection([]) catch C:R -> {C, R} end]),
    show([try sets:from_list(x) catch C2:_ -> C2 end]),
    V2 = sets:from_list([a, b], [{version, 2}]),
    show([lists:sort(maps:keys(V2)), sets:size(sets:add_element(c, V2)), sets:del_element(a, V2), sets:to_list(sets:new([{version, 2}]))]),
    show(lists:foldl(fun sets:add_element/2, sets:new([{version, 2}]), [x, x, x])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
