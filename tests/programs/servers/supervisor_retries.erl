%% supervisor: children that fail to start again a few times.
-module(supervisor_retries).

-behaviour(supervisor).
-export([start/0, init/1, child/4]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    Failures = ets:new(failures, [public]),
    [show({Strategy, Times, run(Strategy, Failures, Victim, [{b, Times}])})
     || Strategy <- [one_for_one, one_for_all, rest_for_one], Times <- [0, 1, 3, 20], Victim <- [b]],
    [show({Strategy, run(Strategy, Failures, a, [{a, 1}, {c, 2}, {d, 1}])}) || Strategy <- [one_for_all, rest_for_one]],
    [show({simple_one_for_one, Times, simple(Failures, Times)}) || Times <- [0, 2, 20]],
    ok.

run(Strategy, Failures, Victim, Wanted) ->
    ets:delete_all_objects(Failures),
    {ok, Supervisor} = supervisor:start_link(?MODULE, {Strategy, Failures, self()}),
    _ = said(4),
    {Victim, Pid, _, _} = lists:keyfind(Victim, 1, supervisor:which_children(Supervisor)),
    ets:insert(Failures, Wanted),
    exit(Pid, kill),
    outcome(Supervisor, Strategy).

simple(Failures, Times) ->
    ets:delete_all_objects(Failures),
    {ok, Supervisor} = supervisor:start_link(?MODULE, {simple_one_for_one, Failures, self()}),
    [{ok, _} = supervisor:start_child(Supervisor, [Id]) || Id <- [a, b, c]],
    _ = said(3),
    [Pid | _] = [P || {_, P, _, _} <- supervisor:which_children(Supervisor)],
    ets:insert(Failures, [{Id, Times} || Id <- [a, b, c]]),
    exit(Pid, kill),
    {Seen, Rest} = outcome(Supervisor, simple_one_for_one),
    {[setelement(2, Event, any) || Event <- Seen], Rest}.

%% What children said until the supervisor is gone or nothing was said for a while.
outcome(Supervisor, Strategy) ->
    Seen = said(1000),
    receive
        {'EXIT', Supervisor, Reason} -> {Seen, Reason}
    after 0 ->
        Children = supervisor:which_children(Supervisor),
        gen_server:stop(Supervisor),
        _ = said(1000),
        receive {'EXIT', Supervisor, _} -> ok end,
        {Seen, lists:sort([{Id, is_pid(P), Strategy} || {Id, P, _, _} <- Children])}
    end.

said(0) -> [];
said(N) -> receive {said, What} -> [What | said(N - 1)] after 100 -> [] end.

init({simple_one_for_one, Failures, Log}) ->
    {ok, {#{strategy => simple_one_for_one, intensity => 10, period => 100},
          [#{id => dynamic, start => {?MODULE, child, [Failures, Log, simple]}}]}};
init({Strategy, Failures, Log}) ->
    {ok, {#{strategy => Strategy, intensity => 10, period => 100},
          [#{id => Id, start => {?MODULE, child, [Failures, Log, plain, Id]}} || Id <- [a, b, c, d]]}}.

child(Failures, Log, _, Id) ->
    case ets:lookup(Failures, Id) of
        [{_, Times}] when Times > 0 ->
            ets:insert(Failures, {Id, Times - 1}),
            Log ! {said, {fails, Id}},
            {error, not_yet};
        _ ->
            Log ! {said, {up, Id}},
            {ok, spawn_link(fun() -> receive stop -> ok end end)}
    end.

show(Term) -> io:format("~0p~n", [Term]).
