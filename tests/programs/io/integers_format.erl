%% io:format of integers: ~w, ~b, ~B, ~x-like bases, widths and padding.
-module(integers_format).
-export([start/0]).

start() ->
    io:format("~w ~w ~w~n", [0, -17, 123456789012345678901234567890]),
    io:format("~b ~B ~b~n", [42, -42, 1 bsl 70]),
    io:format("~.16b ~.16B ~.2b ~.36B~n", [255, 255, 10, 123456]),
    io:format("~.16b ~.8b~n", [-255, 1 bsl 65]),
    io:format("[~5w] [~-5w] [~5b] [~-5b]~n", [42, 42, 42, 42]),
    io:format("[~5..0w] [~8.16.0b] [~6.10.xb]~n", [42, 255, 7]),
    io:format("~.10# ~.16# ~.16+ ~.2+~n", [31, 31, 31, 5]),
    io:format("[~3w] [~2b]~n", [12345, 123]),
    io:format("~*w ~*b~n", [6, 1, 7, 2]),
    io:format("~c~c~c ~3c ~5.2c~n", [$a, $b, $c, $x, $y]),
    ok.
