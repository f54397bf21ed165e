%% One line of output: what somebody waits for who tries a small program.
-module(hello).
-export([start/0]).

start() -> io:format("hello~n").
