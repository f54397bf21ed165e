%% io:format of floats: ~w, ~p, ~f, ~e, ~g with precisions and widths.
-module(floats_format).
-export([start/0]).

start() ->
    io:format("~w ~p ~w ~w~n", [1.0, -2.5, 0.1, 1.0e100]),
    io:format("~w ~w ~w~n", [1.0e-10, 123456789.123, 1.0e21]),
    io:format("~f ~f ~f~n", [3.14159265, -0.5, 100.0]),
    io:format("~.2f ~.1f ~.5f~n", [3.14159265, 2.25, 1.0]),
    io:format("[~8.2f] [~-8.2f] [~8.3.0f]~n", [3.14159, 3.14159, -1.5]),
    io:format("~e ~.3e ~.3e~n", [3.14159265, 12345.678, -0.00012]),
    io:format("~g ~g ~g ~.4g~n", [0.5, 1.0e10, 12345.678, 3.14159]),
    io:format("~w ~w~n", [[1.5, 2.0], {0.001, 1.0e-5}]),
    io:format("~.3f ~.2e~n", [2.0005, 1.5]),
    ok.
