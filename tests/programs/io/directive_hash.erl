%% ~# and ~+ show the base
-module(directive_hash).
-export([start/0]).

start() ->
    [io:format("|~#|~.16#|~.2#|~+|~.16+|~.36+|~n", [V, V, V, V, V, V]) || V <- [0, 1, -1, 31, -255, 1 bsl 65]],
    [io:format("|~10#|~12.16#|~-9.8+|~n", [V, V, V]) || V <- [7, -77]],
    ok.
