%% supervisor: children end in the opposite order, each in its own way.
-module(supervisor_shutdowns).

-behaviour(supervisor).
-export([start/0, init/1, child/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    show(run(fun(Supervisor) -> exit(Supervisor, shutdown) end)),
    show(run(fun(Supervisor) -> exit(Supervisor, normal) end)),
    show(run(fun(Supervisor) -> exit(Supervisor, {odd, reason}) end)),
    show(run(fun(Supervisor) -> gen_server:stop(Supervisor) end)),
    show(run(fun(Supervisor) -> gen_server:stop(Supervisor, {shutdown, now}, infinity) end)),
    show(run(fun(Supervisor) ->
                 [ok = supervisor:terminate_child(Supervisor, Id) || Id <- [good, stubborn, infinite, killed, deaf]],
                 exit(Supervisor, shutdown)
             end)),
    ok.

run(End) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, self()),
    Children = [{Id, monitor(process, Pid)} || {Id, Pid, _, _} <- supervisor:which_children(Supervisor)],
    End(Supervisor),
    Reason = receive {'EXIT', Supervisor, Why} -> Why after 5000 -> none end,
    Reasons = [{Id, receive {'DOWN', Monitor, _, _, Its} -> Its after 5000 -> alive end} || {Id, Monitor} <- Children],
    {Reason, Reasons, said()}.

said() -> receive {said, Id, Reason} -> [{Id, Reason} | said()] after 0 -> [] end.

init(Log) ->
    {ok, {#{}, [child(Log, good, 1000, exits), child(Log, stubborn, 20, stays), child(Log, infinite, infinity, slow),
                child(Log, killed, brutal_kill, exits), child(Log, other, 1000, {exits, other}),
                child(Log, hasty, 0, stays), child(Log, normal, 1000, {exits, normal}), child(Log, deaf, 1000, plain)]}}.

child(Log, Id, Shutdown, How) ->
    #{id => Id, shutdown => Shutdown, restart => temporary, start => {?MODULE, child, [Log, Id, How]}}.

child(Log, Id, How) ->
    Parent = self(),
    Pid = spawn_link(fun() -> process_flag(trap_exit, How =/= plain), Parent ! ready, loop(Log, Id, How) end),
    receive ready -> {ok, Pid} end.

loop(Log, Id, How) ->
    receive
        {'EXIT', _, Reason} -> Log ! {said, Id, Reason}, told(How, Reason, Log, Id)
    end.

told(exits, Reason, _, _) -> exit(Reason);
told({exits, Reason}, _, _, _) -> exit(Reason);
told(slow, Reason, _, _) -> timer:sleep(100), exit(Reason);
told(stays, _, Log, Id) -> loop(Log, Id, stays).

show(Term) -> io:format("~0p~n", [Term]).
