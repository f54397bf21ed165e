%% A million processes, one after the other, each of which says that it was there.
-module(spawning).
-export([start/0]).

start() -> spawning(1000000).

spawning(0) ->
    ok;
spawning(N) ->
    Parent = self(),
    spawn(fun() -> Parent ! N end),
    receive
        N -> spawning(N - 1)
    end.
