%% update_element/3: one or several elements, and what may not be.
-module(updating_elements).
-export([start/0]).

start() -> [kind(K) || K <- [set, ordered_set]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    ets:insert(T, {k, 1, two, "three"}),
    show(ets:update_element(T, k, {2, changed})),
    show(ets:update_element(T, k, [{2, 5}, {4, #{a => [b]}}])),
    show(ets:lookup(T, k)),
    show(ets:update_element(T, k, [{2, first}, {2, second}])),
    show(ets:update_element(T, k, [])),
    show(ets:lookup(T, k)),
    show(ets:update_element(T, none, {2, x})),
    show(ets:update_element(T, none, {1, x})),
    Wrong = [{1, x}, {0, x}, {5, x}, {-1, x}, {a, x}, {2}, {2, x, y}, atom, [{2, x}, {1, y}], [{2, x}, {9, y}], [{2, x} | y]],
    [show({A, try ets:update_element(T, k, A) catch error:R -> R end}) || A <- Wrong],
    show(ets:lookup(T, k)),
    true = ets:update_element(T, k, {3, binary:copy(<<"x">>, 1000)}),
    show(byte_size(ets:lookup_element(T, k, 3))),
    true = ets:update_element(T, k, {3, small}),
    show(ets:lookup(T, k)),
    ets:insert(T, {1, a}),
    show(ets:update_element(T, 1.0, {2, b})),
    show(lists:sort(ets:tab2list(T))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
