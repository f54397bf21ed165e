%% Two processes and a count
-module(more_ping_pong).
-export([start/0]).

start() ->
    Pong = spawn(fun pong/0),
    show([ping(Pong, N) || N <- [1, 2, 3]]),
    Pong ! {self(), stop},
    show(receive {Pong, stopped} -> stopped end),
    ok.

ping(Pong, N) ->
    Pong ! {self(), N},
    receive {Pong, Reply} -> Reply end.

pong() ->
    receive
        {From, stop} -> From ! {self(), stopped};
        {From, N} -> From ! {self(), N * N}, pong()
    end.

show(Term) -> io:format("~0p~n", [Term]).
