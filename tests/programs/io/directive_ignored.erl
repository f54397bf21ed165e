%% ~i takes an argument and prints nothing
-module(directive_ignored).
-export([start/0]).

start() ->
    io:format("~w~i~w~n", [a, b, c]),
    io:format("~i~i~s~n", [1, 2, "three"]),
    ok.
