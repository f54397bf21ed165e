%% Two processes send a counter to and fro.
-module(ping_pong).
-export([start/0, pong/1]).

start() ->
    Self = self(),
    Pong = spawn(fun() -> pong(Self) end),
    erlang:display(ping(Pong, 1, 0)),
    Other = spawn(?MODULE, pong, [Self]),
    erlang:display(ping(Other, 990, 0)),
    erlang:display(Pong =/= Other),
    ok.

ping(Pong, 1000, Sum) ->
    Pong ! stop,
    receive stopped -> {done, Sum} end;
ping(Pong, N, Sum) ->
    Pong ! {ping, self(), N},
    receive {pong, M} -> ping(Pong, M, Sum + M) end.

pong(Parent) ->
    receive
        {ping, From, N} -> From ! {pong, N + 1}, pong(Parent);
        stop -> Parent ! stopped
    end.
