%% supervisor: simple_one_for_one, with children that fail and that end.
-module(supervisor_dynamic).

-behaviour(supervisor).
-export([start/0, init/1, child/2, child/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    [run(Restart) || Restart <- [permanent, transient, temporary]],
    [show({Shutdown, all_end(Shutdown)}) || Shutdown <- [brutal_kill, 100, infinity]],
    ok.

run(Restart) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {Restart, 1000}),
    show([supervisor:which_children(Supervisor), supervisor:count_children(Supervisor)]),
    {ok, First} = supervisor:start_child(Supervisor, [self()]),
    {ok, Second} = supervisor:start_child(Supervisor, [self(), extra]),
    {ok, Third, info} = supervisor:start_child(Supervisor, [self(), info]),
    [show(supervisor:start_child(Supervisor, [self(), How])) || How <- [ignore, error, exit, throw, odd]],
    show([supervisor:count_children(Supervisor), names(supervisor:which_children(Supervisor))]),
    show([specification(supervisor:get_childspec(Supervisor, Pid)) || Pid <- [First, self()]]),
    show([supervisor:Function(Supervisor, dynamic) || Function <- [terminate_child, restart_child, delete_child]]),
    show(specification(supervisor:get_childspec(Supervisor, dynamic))),
    show([supervisor:terminate_child(Supervisor, Pid) || Pid <- [Third, Third, self()]]),
    ended(Supervisor, First, normal),
    show(supervisor:count_children(Supervisor)),
    ended(Supervisor, Second, oops),
    show(supervisor:count_children(Supervisor)),
    show(lists:sort([Extra || {_, Pid, _, _} <- supervisor:which_children(Supervisor), Extra <- [asked(Pid)]])),
    Left = [Pid || {_, Pid, _, _} <- supervisor:which_children(Supervisor)],
    gen_server:stop(Supervisor),
    show([is_process_alive(Pid) || Pid <- Left]).

%% Fifty children that say when they end.
all_end(Shutdown) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {temporary, Shutdown}),
    Pids = [element(2, supervisor:start_child(Supervisor, [self(), N])) || N <- lists:seq(1, 50)],
    exit(Supervisor, shutdown),
    Reason = receive {'EXIT', Supervisor, Why} -> Why end,
    {Reason, [Pid || Pid <- Pids, is_process_alive(Pid)], lists:sum(said())}.

said() -> receive {ends, N} -> [N | said()] after 0 -> [] end.

specification({ok, Map}) -> lists:sort(maps:to_list(Map));
specification(Error) -> Error.

names(Children) -> lists:sort([{Id, is_pid(Pid), Type, Modules} || {Id, Pid, Type, Modules} <- Children]).

ended(Supervisor, Pid, Reason) ->
    Pid ! {exit, Reason},
    settled(Supervisor, Pid).

settled(Supervisor, Pid) ->
    case lists:keymember(Pid, 2, supervisor:which_children(Supervisor)) of
        true -> settled(Supervisor, Pid);
        false -> ok
    end.

asked(Pid) -> Pid ! {ask, self()}, receive {Pid, Extra} -> Extra end.

init({Restart, Shutdown}) ->
    {ok, {#{strategy => simple_one_for_one, intensity => 10},
          [#{id => dynamic, restart => Restart, shutdown => Shutdown, start => {?MODULE, child, [given]}}]}}.

child(given, Log) -> child(given, Log, none).

child(given, _, ignore) -> ignore;
child(given, _, error) -> {error, not_today};
child(given, _, exit) -> exit(leaving);
child(given, _, throw) -> throw({error, thrown});
child(given, _, odd) -> odd;
child(given, Log, Extra) ->
    Parent = self(),
    Pid = spawn_link(fun() -> process_flag(trap_exit, true), Parent ! ready, loop(Log, Extra) end),
    receive ready -> ok end,
    case Extra of
        info -> {ok, Pid, info};
        _ -> {ok, Pid}
    end.

loop(Log, Extra) ->
    receive
        {ask, From} -> From ! {self(), Extra}, loop(Log, Extra);
        {exit, Reason} -> exit(Reason);
        {'EXIT', _, Reason} -> _ = [Log ! {ends, Extra} || is_integer(Extra)], exit(Reason)
    end.

show(Term) -> io:format("~0p~n", [Term]).
