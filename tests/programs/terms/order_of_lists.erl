%% Lists by elements, then by length
-module(order_of_lists).
-export([start/0]).

start() ->
    Values = [[], [1], [1, 2], [1, 2, 3], [2], [1 | 2], [1 | a], [1 | <<>>], [a], [[]], [1.0], [1.0, 0]],
    show(lists:sort(Values)),
    show([A < B || A <- Values, B <- Values]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
