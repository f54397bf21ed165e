%% gb_trees: inserted, entered, deleted, taken, walked from the start and a key.
-module(balanced_trees).
-export([start/0]).

start() ->
    Tree = lists:foldl(fun(K, T) -> gb_trees:insert(K, K * K, T) end, gb_trees:empty(), [5, 3, 8, 1, 4, 7, 9, 2, 6]),
    show([gb_trees:size(Tree), gb_trees:is_empty(Tree), gb_trees:keys(Tree), gb_trees:values(Tree)]),
    show([gb_trees:lookup(4, Tree), gb_trees:lookup(4.0, Tree), gb_trees:lookup(x, Tree), gb_trees:get(9, Tree)]),
    show([gb_trees:smallest(Tree), gb_trees:largest(Tree), gb_trees:is_defined(3, Tree), gb_trees:is_defined(0, Tree)]),
    show(gb_trees:to_list(gb_trees:delete(5, Tree))),
    show(gb_trees:to_list(gb_trees:delete_any(50, Tree)) =:= gb_trees:to_list(Tree)),
    show(gb_trees:to_list(gb_trees:update(5, new, Tree))),
    show(gb_trees:to_list(gb_trees:enter(10, new, gb_trees:enter(1, one, Tree)))),
    {K1, V1, T1} = gb_trees:take_smallest(Tree),
    {K2, V2, T2} = gb_trees:take_largest(T1),
    {V3, T3} = gb_trees:take(5, T2),
    show([K1, V1, K2, V2, V3, gb_trees:keys(T3), gb_trees:take_any(5, T3)]),
    show(walk(gb_trees:iterator(Tree))),
    show(walk(gb_trees:iterator_from(6, Tree))),
    show(walk(gb_trees:iterator_from(5.5, Tree))),
    show(gb_trees:to_list(gb_trees:map(fun(K, V) -> K + V end, Tree))),
    show(gb_trees:to_list(gb_trees:balance(gb_trees:from_orddict([{a, 1}, {b, 2}, {c, 3}])))),
    [show(try apply(gb_trees, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{insert, [1, x, Tree]}, {get, [0, Tree]}, {update, [0, x, Tree]}, {delete, [0, gb_trees:empty()]},
                   {smallest, [gb_trees:empty()]}, {take_largest, [gb_trees:empty()]}]],
    ok.

walk(Iterator) ->
    case gb_trees:next(Iterator) of
        {K, V, Next} -> [{K, V} | walk(Next)];
        none -> []
    end.

show(Term) -> io:format("~0p~n", [Term]).
