%% A loop and nothing else.
-module(counting).
-export([start/0]).

start() -> count(320000000, 0).

count(0, Sum) -> Sum;
count(N, Sum) -> count(N - 1, Sum + (N band 3)).
