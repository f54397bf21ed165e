%% Waiting for an answer that may not come
-module(deadlines).
-export([start/0]).

start() ->
    Fast = spawn(fun() -> answer(0) end),
    Slow = spawn(fun() -> answer(200) end),
    show([ask(P, 30) || P <- [Fast, Slow, Fast]]),
    ok.

ask(P, Timeout) ->
    R = make_ref(),
    P ! {self(), R},
    receive {R, A} -> A after Timeout -> timeout end.

answer(Delay) ->
    receive {From, R} -> receive after Delay -> From ! {R, {answered_after, Delay}} end end,
    answer(Delay).

show(Term) -> io:format("~0p~n", [Term]).
