%% Integers and floats are one order
-module(order_of_numbers).
-export([start/0]).

start() ->
    Values = [0, 1, -1, 0.5, -0.5, 1.0, 1 bsl 53, (1 bsl 53) + 1, 9007199254740992.0, 1 bsl 64, 1.0e19, 1.0e300, -(1 bsl 64), 1 bsl 1030, -(1 bsl 1030)],
    show([length([X || Y <- Values, X < Y]) || X <- Values]),
    show([length([X || Y <- Values, X == Y]) || X <- Values]),
    show([length([X || Y <- Values, X =:= Y]) || X <- Values]),
    show([X || X <- lists:sort(Values), is_float(X)]),
    show({max(1, 1.0), max(1.0, 1), min(1, 1.0), min(1.0, 1)}),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
