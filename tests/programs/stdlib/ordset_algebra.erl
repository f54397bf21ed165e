%% ordsets: what they make of lists, and every operation on two of them.
-module(ordset_algebra).
-export([start/0]).

start() ->
    A = ordsets:from_list([c, a, b, a, 1, 1.0]),
    B = ordsets:from_list([b, d, 1, "s"]),
    show(A),
    show(B),
    show([ordsets:F(A, B) || F <- [union, intersection, subtract, is_disjoint, is_subset]]),
    show([ordsets:F([A, B, [zz]]) || F <- [union, intersection]]),
    show([ordsets:add_element(E, B) || E <- [0, b, c, 1.0, "t"]]),
    show([ordsets:del_element(E, B) || E <- [0, b, 1.0, "s"]]),
    show([ordsets:is_element(E, A) || E <- [1, 1.0, 2, a, z]]),
    show(ordsets:fold(fun(E, Sum) -> [E | Sum] end, [], A)),
    show(ordsets:filter(fun is_number/1, A)),
    show([ordsets:is_set(S) || S <- [[], [a, b], [b, a], [a, a], foo, [1, 1.0], [1.0, 1]]]),
    show([ordsets:size(A), ordsets:is_empty([]), ordsets:is_empty(A), ordsets:new(), ordsets:to_list(A)]),
    show(ordsets:is_subset([], [])),
    show(ordsets:union([])),
    show(ordsets:is_subset([a, c], [a, b, c, d])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
