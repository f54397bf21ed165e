%% Four processes that only compute: how much a second core is worth.
-module(side_by_side).
-export([start/0]).

start() ->
    Self = self(),
    Pids = [spawn_link(fun() -> Self ! {self(), fib(33)} end) || _ <- [1, 2, 3, 4]],
    [receive {Pid, 3524578} -> ok end || Pid <- Pids],
    ok.

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).
