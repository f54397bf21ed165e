%% sets: both versions, their algebra, and mixing them.
-module(sets_of_both_kinds).
-export([start/0]).

start() ->
    [run(Version) || Version <- [1, 2]],
    Old = sets:from_list([1, 2, 3], [{version, 1}]),
    New = sets:from_list([2, 3, 4], [{version, 2}]),
    show(lists:sort(sets:to_list(sets:union(Old, New)))),
    show(lists:sort(sets:to_list(sets:intersection(Old, New)))),
    show(lists:sort(sets:to_list(sets:subtract(New, Old)))),
    show({sets:is_subset(Old, New), sets:is_disjoint(Old, New), sets:is_set(Old), sets:is_set(New), sets:is_set(x)}),
    show(New),
    ok.

run(Version) ->
    Make = fun(List) -> sets:from_list(List, [{version, Version}]) end,
    List = fun(Set) -> lists:sort(sets:to_list(Set)) end,
    A = Make([a, b, c, 1, 2.0, <<"x">>]),
    B = Make([b, 1, {t}, []]),
    show({Version, sets:size(A), sets:is_empty(A), sets:is_empty(sets:new([{version, Version}]))}),
    show([List(sets:union(A, B)), List(sets:intersection(A, B)), List(sets:subtract(A, B))]),
    show(List(sets:union([A, B, Make([z])]))),
    show(List(sets:intersection([A, B, Make([b, q])]))),
    show([sets:is_element(E, A) || E <- [a, 1, 1.0, 2, 2.0, <<"x">>, "x"]]),
    show([List(sets:add_element(new, B)), List(sets:add_element(b, B)), List(sets:del_element(b, B)), List(sets:del_element(no, B))]),
    show(lists:sort(sets:fold(fun(E, Acc) -> [{E} | Acc] end, [], B))),
    show(List(sets:filter(fun is_atom/1, A))),
    show([sets:is_subset(Make([a]), A), sets:is_subset(A, Make([a])), sets:is_subset(Make([]), A)]),
    show([sets:is_disjoint(A, Make([q])), sets:is_disjoint(A, B)]),
    Big = Make(lists:seq(1, 1000)),
    show({sets:size(Big), lists:sum(sets:to_list(sets:filter(fun(X) -> X rem 7 =:= 0 end, Big)))}).

show(Term) -> io:format("~0p~n", [Term]).
