%% The old catch gives values and exits
-module(catch_expressions).
-export([start/0]).

start() ->
    show(catch 1 + 1),
    show(catch throw(ball)),
    show(catch exit(out)),
    show(element(1, element(2, catch error(bad)))),
    show({value, catch throw(in_a_tuple)}),
    X = (catch throw(bound)),
    show(X),
    show([catch throw(N) || N <- [1, 2, 3]]),
    show(catch catch throw(twice)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
