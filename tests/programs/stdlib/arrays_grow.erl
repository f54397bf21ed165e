%% array: sizes fixed and not, defaults, sparse walks, conversions, bad indices.
-module(arrays_grow).
-export([start/0]).

start() ->
    A = array:set(3, c, array:set(0, a, array:new())),
    show([array:size(A), array:to_list(A), array:sparse_to_list(A), array:to_orddict(A), array:sparse_to_orddict(A)]),
    B = array:new([{size, 5}, {default, 0}, {fixed, true}]),
    show([array:size(B), array:is_fix(B), array:default(B), array:to_list(array:set(4, x, B))]),
    show(array:to_list(array:resize(2, array:from_list([1, 2, 3, 4])))),
    show(array:to_list(array:resize(6, array:from_list([1, 2, 3], d)))),
    show(array:size(array:relax(array:fix(A)))),
    show(array:to_list(array:reset(0, A))),
    show(array:foldl(fun(I, V, Acc) -> [{I, V} | Acc] end, [], array:from_list([x, y, z]))),
    show(array:foldr(fun(I, V, Acc) -> [{I, V} | Acc] end, [], array:from_list([x, y, z]))),
    show(array:sparse_foldl(fun(I, V, Acc) -> [{I, V} | Acc] end, [], A)),
    show(array:to_list(array:map(fun(I, V) -> {I, V} end, array:from_list([p, q])))),
    show(array:sparse_to_list(array:sparse_map(fun(I, V) -> {I, V} end, A))),
    show([array:get(100, A), array:get(3, A), array:is_array(A), array:is_array({array})]),
    show(array:to_orddict(array:from_orddict([{1, a}, {4, b}], none))),
    Big = lists:foldl(fun(I, Acc) -> array:set(I * 37 rem 1009, I, Acc) end, array:new({default, 0}), lists:seq(1, 1000)),
    show([array:size(Big), array:sparse_size(Big), lists:sum(array:to_list(Big)), array:get(37, Big)]),
    [show(try apply(array, F, Args) catch C:R -> {F, C, R} end)
     || {F, Args} <- [{get, [5, B]}, {get, [-1, A]}, {set, [7, x, B]}, {set, [a, x, A]}, {new, [-1]}, {from_list, [x]}, {resize, [-1, A]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
