%% Codes that change one bit at a time
-module(gray_codes).
-export([start/0]).

start() ->
    [io:format("~2b ~4.2.0b ~4.2.0b ~b~n", [N, N, gray(N), from_gray(gray(N))]) || N <- lists:seq(0, 15)],
    ok.

gray(N) -> N bxor (N bsr 1).

from_gray(0) -> 0;
from_gray(G) -> G bxor from_gray(G bsr 1).
