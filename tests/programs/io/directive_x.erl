%% ~x and ~X put a prefix before the digits
-module(directive_x).
-export([start/0]).

start() ->
    [io:format("|~x|~.16x|~X|~.16X|~.2x|~n", [V, "p", V, "0x", V, "P", V, "0X", V, "0b"]) || V <- [0, 1, -1, 10, 255, -255, 1 bsl 64]],
    [io:format("|~10x|~-10.16x|~n", [V, "#", V, "#"]) || V <- [5, -5]],
    ok.
