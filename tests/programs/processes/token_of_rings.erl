%% Leaders elected in rings of processes.
-module(token_of_rings).
-export([start/0]).

start() ->
    [io:format("~w~n", [elect(Ids)]) || Ids <- [[3, 1, 4, 15, 9, 2, 6], [1], [2, 1], lists:seq(1, 30), lists:seq(30, 1, -1)]],
    io:format("~w~n", [around(lists:seq(1, 100), 10)]),
    ok.

elect(Ids) ->
    Self = self(),
    Pids = [spawn(fun() -> receive {next, N} -> node_loop(Id, N, Self, 0) end end) || Id <- Ids],
    connect(Pids),
    [P ! start || P <- Pids],
    Leader = receive {leader, L} -> L after 1000 -> none end,
    Sent = lists:sum([receive {sent, S} -> S after 1000 -> 0 end || _ <- Ids]),
    {Leader, Sent > 0}.

connect(Pids) -> [P ! {next, N} || {P, N} <- lists:zip(Pids, tl(Pids) ++ [hd(Pids)])].

node_loop(Id, Next, Owner, Sent) ->
    receive
        start -> Next ! {candidate, Id}, node_loop(Id, Next, Owner, Sent + 1);
        {candidate, Id} -> Owner ! {leader, Id}, Next ! {elected, Id}, node_loop(Id, Next, Owner, Sent + 1);
        {candidate, Other} when Other > Id -> Next ! {candidate, Other}, node_loop(Id, Next, Owner, Sent + 1);
        {candidate, _} -> node_loop(Id, Next, Owner, Sent);
        {elected, Id} -> Owner ! {sent, Sent};
        {elected, Other} -> Next ! {elected, Other}, Owner ! {sent, Sent}
    end.

around(Names, Rounds) ->
    Self = self(),
    Pids = [spawn(fun() -> receive {next, N} -> pass(N) end end) || _ <- Names],
    connect(Pids),
    hd(Pids) ! {token, Rounds * length(Names), Self, []},
    receive {token_done, Steps} -> Steps after 5000 -> none end.

pass(Next) ->
    receive
        {token, 0, Owner, Log} -> Owner ! {token_done, length(Log)};
        {token, N, Owner, Log} -> Next ! {token, N - 1, Owner, [x | Log]}, pass(Next)
    end.
