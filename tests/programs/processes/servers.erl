%% A counter as a process
-module(servers).
-export([start/0]).

start() ->
    Counter = spawn(fun() -> count(0) end),
    [Counter ! {add, N} || N <- lists:seq(1, 10)],
    show(ask(Counter)),
    Counter ! reset,
    Counter ! {add, 7},
    show(ask(Counter)),
    ok.

ask(Counter) ->
    Counter ! {get, self()},
    receive {Counter, N} -> N end.

count(N) ->
    receive
        {add, M} -> count(N + M);
        {get, From} -> From ! {self(), N}, count(N);
        reset -> count(0)
    end.

show(Term) -> io:format("~0p~n", [Term]).
