%% io_lib:format of numbers with widths, paddings and precisions in tables.
-module(numbers_in_columns).
-export([start/0]).

start() ->
    Rows = [{"alpha", 1, 1.5, 16#ff}, {"beta", -22, -0.001, 16#1234}, {"gamma with a long name", 333333, 123456.789, 0}],
    [io:format("~-10s|~8b|~10.2f|~6.16.0B|~n", [N, I, F, H]) || {N, I, F, H} <- Rows],
    [io:format("~10s|~-8w|~-12.4e|~.8b|~n", [string:slice(N, 0, 10), I, F, H]) || {N, I, F, H} <- Rows],
    [io:format("~12.3g|~5..0b|~n", [F, abs(I) rem 1000]) || {_, I, F, _} <- Rows],
    [io:format("~s~n", [[io_lib:format("~4w", [X * Y]) || X <- lists:seq(1, 8)]]) || Y <- lists:seq(1, 8)],
    io:format("~3..0b:~2..0b:~2..0b.~3..0b~n", [1, 2, 3, 45]),
    [io:format("~.*f ~*.*f~n", [P, 3.14159265, 12, P, 2.71828]) || P <- [1, 3, 6]],
    io:format("~s~n", [lists:join(", ", [io_lib:format("~.2b", [N]) || N <- [0, 1, 5, 255]])]),
    io:format("~5.1f%~n~6.2f%~n", [99.95, 0.005]),
    io:format("~b ~B ~w ~p~n", [1 bsl 80, -(1 bsl 80), 1 bsl 80, 1.0e50]),
    io:format("~10b|~-10b|~5b|~n", [1 bsl 20, 1 bsl 20, 123456789]),
    ok.
