%% Deadlines over calls, nested ones, and what is left behind when they pass.
-module(timeouts_as_errors).
-export([start/0]).

start() ->
    show(within(2000, fun() -> done end)),
    show(within(5, fun() -> timer:sleep(3000) end)),
    show(within(2000, fun() -> error(oops) end)),
    show(within(2000, fun() -> within(5, fun() -> timer:sleep(3000) end) end)),
    show(within(5, fun() -> within(2000, fun() -> timer:sleep(3000) end) end)),
    show([within(T, fun() -> timer:sleep(20), T end) || T <- [1, 2000]]),
    show(process_info(self(), message_queue_len)),
    show(retry(3, fun(N) -> if N < 3 -> error({attempt, N}); true -> {worked, N} end end)),
    show(retry(2, fun(N) -> error({attempt, N}) end)),
    show(first_of([fun() -> timer:sleep(3000), slow end, fun() -> timer:sleep(5), fast end, fun() -> exit(broken) end])),
    ok.

within(Time, F) ->
    {Pid, M} = spawn_monitor(fun() -> exit({value, F()}) end),
    receive
        {'DOWN', M, process, Pid, {value, V}} -> V;
        {'DOWN', M, process, Pid, {R, _}} -> {failed, R}
    after Time ->
        exit(Pid, kill),
        demonitor(M, [flush]),
        timeout
    end.

retry(Times, F) -> retry(1, Times, F, []).

retry(N, Times, _, Errors) when N > Times -> {gave_up, lists:reverse(Errors)};
retry(N, Times, F, Errors) -> try F(N) catch error:E -> retry(N + 1, Times, F, [E | Errors]) end.

first_of(Fs) ->
    Self = self(),
    R = make_ref(),
    Ps = [spawn(fun() -> Self ! {R, F()} end) || F <- Fs],
    V = receive {R, X} -> X after 500 -> none end,
    [exit(P, kill) || P <- Ps],
    receive {R, _} -> two after 50 -> V end.

show(Term) -> io:format("~0p~n", [Term]).
