%% supervisor: permanent, transient and temporary children, and how they end.
-module(supervisor_restart_types).

-behaviour(supervisor).
-export([start/0, init/1, child/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    Reasons = [normal, shutdown, {shutdown, why}, oops, kill],
    [show({Strategy, Restart, Reason, run(Strategy, Restart, Reason)})
     || Strategy <- [one_for_one, one_for_all, rest_for_one, simple_one_for_one],
        Restart <- [permanent, transient, temporary], Reason <- Reasons],
    ok.

run(Strategy, Restart, Reason) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {Strategy, Restart, self()}),
    unlink(Supervisor),
    _ = [{ok, _} = supervisor:start_child(Supervisor, []) || Strategy =:= simple_one_for_one],
    Pid = receive {up, Started} -> Started end,
    Monitor = monitor(process, Pid),
    case Reason of
        kill -> exit(Pid, kill);
        _ -> Pid ! {exit, Reason}
    end,
    Why = receive {'DOWN', Monitor, _, _, End} -> End end,
    Seen = settled(Supervisor, Pid),
    Again = receive {up, Other} when Other =/= Pid -> again after 0 -> gone end,
    gen_server:stop(Supervisor),
    receive {up, _} -> ok after 0 -> ok end,
    {Why, Again, Seen}.

%% The supervisor knows of the end when it does not show the pid any more.
settled(Supervisor, Pid) ->
    Children = supervisor:which_children(Supervisor),
    case lists:keymember(Pid, 2, Children) of
        true -> settled(Supervisor, Pid);
        false -> {[{Id, is_pid(P), Type, M} || {Id, P, Type, M} <- Children], supervisor:count_children(Supervisor)}
    end.

init({Strategy, Restart, Log}) ->
    {ok, {#{strategy => Strategy}, [#{id => one, restart => Restart, start => {?MODULE, child, [Log]}}]}}.

child(Log) ->
    Pid = spawn_link(fun() -> receive {exit, Reason} -> exit(Reason) end end),
    Log ! {up, Pid},
    {ok, Pid}.

show(Term) -> io:format("~0p~n", [Term]).
