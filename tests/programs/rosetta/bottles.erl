%% Bottles on the wall
-module(bottles).
-export([start/0]).

start() ->
    [io:format("~s on the wall. Take one down: ~s~n", [bottles(N), bottles(N - 1)]) || N <- lists:seq(4, 1, -1)],
    ok.

bottles(0) -> "no bottles";
bottles(1) -> "1 bottle";
bottles(N) -> [integer_to_list(N), " bottles"].
