%% Processes that yield, busy loops that are preempted, and fairness.
-module(priorities_and_yield).
-export([start/0]).

start() ->
    Self = self(),
    Busy = spawn(fun() -> spin(0) end),
    Quick = spawn(fun() -> Self ! {self(), quick} end),
    receive {Quick, quick} -> erlang:display(preempted) end,
    exit(Busy, kill),
    Counters = [spawn(fun() -> counter(Self, 0) end) || _ <- [1, 2, 3]],
    receive after 5 -> ok end,
    [C ! stop || C <- Counters],
    erlang:display([receive {C, N} -> N > 0 end || C <- Counters]),
    erlang:display(erlang:yield()),
    High = spawn_opt(fun() -> Self ! high end, [{priority, high}]),
    Low = spawn_opt(fun() -> Self ! low end, [{priority, low}]),
    erlang:display(is_pid(High) andalso is_pid(Low)),
    erlang:display(lists:sort([receive high -> high; low -> low end || _ <- [1, 2]])),
    erlang:display(bump(100)),
    ok.

spin(N) -> spin(N + 1).

counter(To, N) ->
    receive stop -> To ! {self(), N} after 0 -> counter(To, N + 1) end.

bump(0) -> bumped;
bump(N) -> erlang:yield(), bump(N - 1).
