%% Tuples by size, then by elements
-module(order_of_tuples).
-export([start/0]).

start() ->
    Values = [{}, {z}, {1}, {a, b}, {1, 2}, {1, 2, 3}, {1.0, 2}, {9, 9}, {{}}, {[]}],
    show(lists:sort(Values)),
    show(lists:usort([{1, 2}, {1.0, 2}, {1, 2.0}, {1.0, 2.0}, {1, 2}])),
    show([A == B || A <- [{1, 2}], B <- [{1.0, 2}, {1, 2.0}, {1, 2}]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
