%% Two processes that answer each other: a message sent, a process woken.
-module(ping_pong).
-export([start/0]).

start() ->
    Ping = self(),
    Pong = spawn_link(fun() -> pong(Ping) end),
    ping(1000000, Pong).

ping(0, Pong) ->
    Pong ! stop,
    ok;
ping(N, Pong) ->
    Pong ! {self(), N},
    receive
        {Pong, N} -> ping(N - 1, Pong)
    end.

pong(Ping) ->
    receive
        {Ping, N} ->
            Ping ! {self(), N},
            pong(Ping);
        stop ->
            ok
    end.
