%% Widths and precisions that are arguments
-module(directive_stars).
-export([start/0]).

start() ->
    [io:format("|~*w|~-*w|~*.*f|~*.*s|~.*b|~n", [N, x, N, y, N + 6, 2, 3.14159, N, 2, "abcdef", 16, 255]) || N <- [2, 5, 8]],
    io:format("|~*c|~*.*.*s|~n", [3, $z, 8, 4, $-, "abcdefg"]),
    ok.
