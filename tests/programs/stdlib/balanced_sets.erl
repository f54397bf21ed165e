%% gb_sets: elements in order, algebra, smallest and largest, iterators.
-module(balanced_sets).
-export([start/0]).

start() ->
    S = gb_sets:from_list([3, 1, 2, 3, a, {x}, 2.0]),
    T = gb_sets:from_ordset([2, 3, 4, b]),
    show([gb_sets:to_list(S), gb_sets:to_list(T), gb_sets:size(S)]),
    show([gb_sets:to_list(gb_sets:F(S, T)) || F <- [union, intersection, subtract, difference]]),
    show([gb_sets:F(S, T) || F <- [is_disjoint, is_subset]]),
    show(gb_sets:to_list(gb_sets:union([S, T, gb_sets:singleton(zz)]))),
    show(gb_sets:to_list(gb_sets:intersection([S, T, gb_sets:from_list([3, 4])]))),
    show([gb_sets:is_element(E, S) || E <- [1, 1.0, 2, 2.0, b]]),
    show([gb_sets:is_member(3, S), gb_sets:is_set(S), gb_sets:is_set(oops), gb_sets:is_empty(gb_sets:new())]),
    show([gb_sets:smallest(S), gb_sets:largest(S)]),
    {Small, Less} = gb_sets:take_smallest(S),
    {Large, Least} = gb_sets:take_largest(Less),
    show([Small, Large, gb_sets:to_list(Least)]),
    show(gb_sets:to_list(gb_sets:add(0, gb_sets:add_element(1, S)))),
    show(gb_sets:to_list(gb_sets:insert(0, S))),
    show(gb_sets:to_list(gb_sets:del_element(zz, gb_sets:delete_any(a, gb_sets:delete(1, S))))),
    show(gb_sets:fold(fun(E, Acc) -> [E | Acc] end, [], S)),
    show(gb_sets:to_list(gb_sets:filter(fun is_number/1, S))),
    show(walk(gb_sets:iterator(S))),
    show(walk(gb_sets:iterator_from(3, S))),
    show(gb_sets:to_list(gb_sets:balance(S)) =:= gb_sets:to_list(S)),
    [show(try apply(gb_sets, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{insert, [1, S]}, {delete, [zz, gb_sets:empty()]}, {smallest, [gb_sets:empty()]}, {largest, [gb_sets:empty()]}]],
    ok.

walk(Iterator) ->
    case gb_sets:next(Iterator) of
        {E, Next} -> [E | walk(Next)];
        none -> []
    end.

show(Term) -> io:format("~0p~n", [Term]).
