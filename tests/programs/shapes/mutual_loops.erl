%% Loops of several functions with many arguments that are shuffled each time.
-module(mutual_loops).
-export([start/0]).

start() ->
    erlang:display(shuffle(10, a, b, c, d, e)),
    erlang:display(swap(7, x, y)),
    erlang:display(rotate3(100, 1, 2, 3)),
    erlang:display(ping(50, [])),
    erlang:display(count(100000, 0)),
    erlang:display(three(1000, 1, 1)),
    ok.

shuffle(0, A, B, C, D, E) -> {A, B, C, D, E};
shuffle(N, A, B, C, D, E) -> shuffle(N - 1, E, A, D, B, C).

swap(0, A, B) -> {A, B};
swap(N, A, B) -> swap(N - 1, B, A).

rotate3(0, A, B, C) -> {A, B, C};
rotate3(N, A, B, C) -> rotate3(N - 1, B, C, (A + N) rem 17).

ping(0, Log) -> length(Log);
ping(N, Log) -> pong(N - 1, [{ping, N} | Log]).

pong(0, Log) -> {pong, hd(Log)};
pong(N, Log) -> ping(N - 1, [{pong, N} | Log]).

count(0, Sum) -> Sum;
count(N, Sum) -> count(N - 1, Sum + N).

three(0, A, B) -> {A, B};
three(N, A, B) when N rem 3 =:= 0 -> three(N - 1, B, (A + B) rem 1000003);
three(N, A, B) when N rem 3 =:= 1 -> three(N - 1, (A * 2 + B) rem 1000003, A);
three(N, A, B) -> three(N - 1, A + 1, B - 1).
