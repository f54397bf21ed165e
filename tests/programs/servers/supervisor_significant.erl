%% supervisor: significant children whose end shuts it down.
-module(supervisor_significant).

-behaviour(supervisor).
-export([start/0, init/1, child/0]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    [show({How, Ends, run(How, Ends)})
     || How <- [never, any_significant, all_significant],
        Ends <- [[{plain, normal}], [{one, normal}], [{one, oops}], [{two, {shutdown, x}}],
                 [{one, normal}, {two, normal}], [{two, shutdown}, {three, oops}, {one, normal}],
                 [{one, normal}, {two, normal}, {three, normal}]],
        How =/= never orelse hd(Ends) =:= {plain, normal}],
    show(by_hand(any_significant, [one, two, three])),
    show(by_hand(all_significant, [one, two, three])),
    show(by_hand(all_significant, [one, two])),
    show(late(any_significant)),
    show(late(never)),
    show(supervisor:start_link(?MODULE, {never, [child(one, transient, true)]})),
    show(supervisor:start_link(?MODULE, {any_significant, [child(one, permanent, true)]})),
    ok.

run(How, Ends) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {How, children(How)}),
    Pids = [{Id, Pid} || {Id, Pid, _, _} <- supervisor:which_children(Supervisor)],
    lists:foreach(fun({Id, Reason}) -> ended(Supervisor, proplists:get_value(Id, Pids), Reason) end, Ends),
    outcome(Supervisor).

%% Children that are ended on request do not count as ended.
by_hand(How, Ids) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {How, children(How)}),
    Results = [supervisor:terminate_child(Supervisor, Id) || Id <- Ids],
    Before = outcome(Supervisor, 0),
    {ok, Pid} = supervisor:start_child(Supervisor, child(new, temporary, true)),
    ended(Supervisor, Pid, normal),
    {Results, Before, outcome(Supervisor)}.

late(How) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {How, []}),
    case supervisor:start_child(Supervisor, child(late, temporary, true)) of
        {ok, Pid} -> ended(Supervisor, Pid, normal), outcome(Supervisor);
        Error -> {Error, outcome(Supervisor, 0)}
    end.

ended(Supervisor, Pid, Reason) ->
    Monitor = monitor(process, Pid),
    Pid ! {exit, Reason},
    receive {'DOWN', Monitor, _, _, _} -> ok end,
    catch settled(Supervisor, Pid).

settled(Supervisor, Pid) ->
    case lists:keymember(Pid, 2, supervisor:which_children(Supervisor)) of
        true -> settled(Supervisor, Pid);
        false -> ok
    end.

outcome(Supervisor) -> outcome(Supervisor, 200).

outcome(Supervisor, Time) ->
    receive
        {'EXIT', Supervisor, Reason} -> {ended, Reason}
    after Time -> {lives, [{Id, is_pid(P)} || {Id, P, _, _} <- supervisor:which_children(Supervisor)]}
    end.

children(never) -> [child(plain, transient, false)];
children(_) ->
    [child(plain, transient, false), child(one, transient, true), child(two, transient, true),
     child(three, temporary, true)].

child(Id, Restart, Significant) ->
    #{id => Id, restart => Restart, significant => Significant, start => {?MODULE, child, []}}.

init({How, Children}) -> {ok, {#{auto_shutdown => How}, Children}}.

child() -> {ok, spawn_link(fun() -> receive {exit, Reason} -> exit(Reason) end end)}.

show(Term) -> io:format("~0p~n", [Term]).
