%% A parent restarts what crashes, and gives up after some crashes.
-module(supervising).
-export([start/0]).

start() ->
    erlang:display(supervise([2, 5, crash, 3, crash, crash, 7], 2)),
    erlang:display(supervise([2, 5, crash, 3], 2)),
    ok.

supervise(Jobs, Limit) ->
    process_flag(trap_exit, true),
    Result = hand_out(Jobs, new_worker(), 0, Limit, []),
    process_flag(trap_exit, false),
    Result.

hand_out([], Worker, Crashes, _, Done) ->
    unlink(Worker),
    exit(Worker, kill),
    {finished, Crashes, lists:reverse(Done)};
hand_out(_, Worker, Crashes, Limit, Done) when Crashes > Limit ->
    exit(Worker, kill),
    receive {'EXIT', Worker, killed} -> {gave_up, lists:reverse(Done)} end;
hand_out([Job | Jobs], Worker, Crashes, Limit, Done) ->
    Worker ! {job, self(), Job},
    receive
        {done, Worker, Value} -> hand_out(Jobs, Worker, Crashes, Limit, [Value | Done]);
        {'EXIT', Worker, {Reason, _}} -> hand_out(Jobs, new_worker(), Crashes + 1, Limit, [Reason | Done])
    end.

new_worker() -> spawn_link(fun worker/0).

worker() ->
    receive
        {job, From, N} -> From ! {done, self(), N * 10}, worker()
    end.
