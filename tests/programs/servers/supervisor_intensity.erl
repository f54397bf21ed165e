%% supervisor: too many restarts within a period end it.
-module(supervisor_intensity).

-behaviour(supervisor).
-export([start/0, init/1, child/0]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    [show({Intensity, survived(#{intensity => Intensity, period => 10}, 10)}) || Intensity <- [0, 1, 2, 5]],
    show({tuple, survived({one_for_one, 3, 10}, 10)}),
    show({all, survived(#{strategy => one_for_all, intensity => 2}, 10)}),
    show({default, survived(#{}, 10)}),
    {ok, Slow} = supervisor:start_link(?MODULE, #{intensity => 1, period => 1}),
    [begin crash(Slow), timer:sleep(2100) end || _ <- [1, 2, 3]],
    show({slow, is_process_alive(Slow), supervisor:count_children(Slow)}),
    crash(Slow), crash(Slow),
    show(receive {'EXIT', Slow, Reason} -> Reason after 5000 -> none end),
    ok.

survived(Flags, Most) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, Flags),
    Second = pid(Supervisor, second),
    Times = crashes(Supervisor, Most, 0),
    {Times, receive {'EXIT', Supervisor, Reason} -> Reason after 5000 -> none end, is_process_alive(Second)}.

crashes(_, Most, Most) -> Most;
crashes(Supervisor, Most, Times) ->
    case crash(Supervisor) of
        ok -> crashes(Supervisor, Most, Times + 1);
        gone -> Times
    end.

%% Waits until the child is there again or the supervisor is gone.
crash(Supervisor) ->
    Pid = pid(Supervisor, first),
    Monitor = monitor(process, Pid),
    exit(Pid, kill),
    receive {'DOWN', Monitor, _, _, _} -> ok end,
    try again(Supervisor, Pid) catch exit:_ -> gone end.

again(Supervisor, Pid) ->
    case pid(Supervisor, first) of
        Pid -> again(Supervisor, Pid);
        New when is_pid(New) -> ok;
        _ -> again(Supervisor, Pid)
    end.

pid(Supervisor, Id) ->
    {Id, Pid, _, _} = lists:keyfind(Id, 1, supervisor:which_children(Supervisor)),
    Pid.

init(Flags) ->
    {ok, {Flags, [#{id => Id, start => {?MODULE, child, []}} || Id <- [first, second]]}}.

child() -> {ok, spawn_link(fun() -> receive stop -> ok end end)}.

show(Term) -> io:format("~0p~n", [Term]).
