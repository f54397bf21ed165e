%% supervisor: what comes of an init or of children that do not start.
-module(supervisor_start_errors).

-behaviour(supervisor).
-export([start/0, init/1, child/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    %% Whether the exit signal of who did not start is left in the mailbox differs between releases.
    process_flag(trap_exit, true),
    Ok = #{id => a, start => {?MODULE, child, [self(), a, ok]}},
    [show(started(Result))
     || Result <- [ignore, nonsense, {ok, nonsense}, {ok, {#{}, []}, more}, {error, refused}, {stop, refused},
                   {ok, {#{strategy => odd}, []}}, {ok, {#{intensity => -1}, []}}, {ok, {#{period => 0}, []}},
                   {ok, {#{intensity => many}, []}}, {ok, {#{auto_shutdown => odd}, []}}, {ok, {nonsense, []}},
                   {ok, {{one_for_one, 1}, []}}, {ok, {{odd, 1, 1}, []}}, {ok, {{one_for_one, 1, 0}, []}},
                   {ok, {#{}, [nonsense]}}, {ok, {#{}, [Ok, Ok]}}, {ok, {#{}, [#{id => a}]}},
                   {ok, {#{strategy => simple_one_for_one}, []}}, {ok, {#{strategy => simple_one_for_one}, [x, y]}},
                   {ok, {#{strategy => simple_one_for_one}, [nonsense]}}]],
    [show({How, with_children([{a, ok}, {b, ok}, {c, How}, {d, ok}])})
     || How <- [error, ignore, exit, throw, odd, no_pid, already, info]],
    {ok, _} = supervisor:start_link({local, taken}, ?MODULE, {ok, {#{}, []}}),
    {error, {already_started, Pid}} = supervisor:start_link({local, taken}, ?MODULE, {ok, {#{}, []}}),
    show(Pid =:= whereis(taken)),
    exit(Pid, shutdown),
    {error, {undef, [{no_such_module, init, [x], _} | _]}} = supervisor:start_link(no_such_module, x),
    show(lists:member(shutdown, ends())),
    show(catch supervisor:which_children(nobody)),
    ok.

started(Result) ->
    case supervisor:start_link(?MODULE, Result) of
        {ok, Pid} -> gen_server:stop(Pid), {Result, started, ends()};
        Other -> _ = ends(), Other
    end.

with_children(Children) ->
    Log = self(),
    Result = supervisor:start_link(?MODULE, {ok, {#{}, [specification(Log, Child) || Child <- Children]}}),
    Started = said(),
    Shown =
        case Result of
            {ok, Pid} ->
                Those = [{Id, is_pid(P)} || {Id, P, _, _} <- supervisor:which_children(Pid)],
                gen_server:stop(Pid),
                Those;
            {error, Reason} -> Reason
        end,
    _ = ends(),
    {Shown, Started, said()}.

specification(Log, {Id, How}) -> #{id => Id, start => {?MODULE, child, [Log, Id, How]}}.

said() -> receive {said, What} -> [What | said()] after 0 -> [] end.

ends() -> receive {'EXIT', _, Reason} -> [Reason | ends()] after 20 -> [] end.

init(Result) -> Result.

child(_, _, error) -> {error, refused};
child(_, _, ignore) -> ignore;
child(_, _, exit) -> exit(leaves);
child(_, _, throw) -> throw({error, thrown});
child(_, _, odd) -> odd;
child(_, _, no_pid) -> {ok, no_pid};
child(_, _, already) -> {error, {already_started, someone}};
child(Log, Id, Ok) ->
    Parent = self(),
    Pid = spawn_link(fun() -> process_flag(trap_exit, true), Log ! {said, {up, Id}}, Parent ! ready, loop(Log, Id) end),
    receive ready -> ok end,
    case Ok of
        ok -> {ok, Pid};
        info -> {ok, Pid, info}
    end.

loop(Log, Id) -> receive {'EXIT', _, Reason} -> Log ! {said, {Reason, Id}}, exit(Reason) end.

show(Term) -> io:format("~0p~n", [Term]).
