%% Timers fire in the order of their times
-module(timers_order).
-export([start/0]).

start() ->
    [erlang:send_after(T, self(), {after_ms, T}) || T <- [40, 10, 30, 20, 0]],
    show([receive {after_ms, T} -> T end || _ <- lists:seq(1, 5)]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
