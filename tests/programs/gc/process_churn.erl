%% Thousands of short processes are made, and each leaves something behind.
-module(process_churn).
-export([start/0]).

start() ->
    erlang:display(generations(20, 100, 0)),
    erlang:display(relay(1000)),
    Before = length(processes()),
    _ = [spawn_monitor(fun() -> lists:seq(1, 500) end) || _ <- lists:seq(1, 100)],
    [receive {'DOWN', _, process, _, normal} -> ok end || _ <- lists:seq(1, 100)],
    erlang:display(length(processes()) =< Before + 1),
    ok.

generations(0, _, Sum) -> Sum;
generations(N, Count, Sum) ->
    Self = self(),
    [spawn(fun() -> Self ! {work, lists:sum(lists:seq(1, I)), binary:copy(<<I>>, 100)} end)
     || I <- lists:seq(1, Count)],
    generations(N - 1, Count, Sum + collect(Count)).

collect(0) -> 0;
collect(N) -> receive {work, Sum, Bytes} -> Sum + byte_size(Bytes) + collect(N - 1) end.

relay(N) ->
    Self = self(),
    spawn(fun() -> pass_on(N, Self, []) end),
    receive {relayed, List} -> {length(List), hd(List)} end.

pass_on(0, To, List) -> To ! {relayed, List};
pass_on(N, To, List) -> spawn(fun() -> pass_on(N - 1, To, [N | List]) end).
