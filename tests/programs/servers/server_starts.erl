%% gen_server: init's answers, names, links, timeouts, and what start gives back.
-module(server_starts).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    [show({How, started(gen_server:start(?MODULE, How, []))})
     || How <- [ok, timeout, hibernate, continue, ignore, {stop, reason}, {stop, normal}, {error, known}, {exit, x}, {throw, y}, {raise, z}, nonsense]],
    {ok, Named} = gen_server:start({local, my_server}, ?MODULE, ok, []),
    show(gen_server:start({local, my_server}, ?MODULE, ok, []) =:= {error, {already_started, Named}}),
    show({whereis(my_server) =:= Named, gen_server:call(my_server, who)}),
    show(gen_server:stop(my_server)),
    show(whereis(my_server)),
    show(started(gen_server:start(?MODULE, slow, [{timeout, 5}]))),
    {ok, {Monitored, Reference}} = gen_server:start_monitor(?MODULE, ok, []),
    show(gen_server:stop(Monitored, shutdown, 1000)),
    show(receive {'DOWN', Reference, process, Monitored, Why} -> Why after 500 -> none end),
    {ok, Linked} = gen_server:start_link(?MODULE, ok, []),
    exit(Linked, shutdown),
    show(receive {'EXIT', Linked, Why2} -> Why2 after 500 -> none end),
    {ok, Spawned} = gen_server:start_link(?MODULE, ok, [{spawn_opt, [{priority, high}]}]),
    show(process_info(Spawned, priority)),
    show(gen_server:stop(Spawned)),
    show(receive {'EXIT', Spawned, Why3} -> Why3 after 500 -> none end),
    show(try gen_server:stop(Spawned) catch exit:R -> R end),
    show(try gen_server:stop(nobody) catch exit:R2 -> R2 end),
    ok.

started({ok, Pid}) when is_pid(Pid) -> exit(Pid, kill), receive {'EXIT', Pid, _} -> ok after 0 -> ok end, started;
started({error, {Reason, [{_, _, _, _} | _]}}) -> {error, Reason, trace};
started(Other) -> Other.

init(ok) -> {ok, state};
init(timeout) -> {ok, state, 1000};
init(hibernate) -> {ok, state, hibernate};
init(continue) -> {ok, state, {continue, more}};
init(ignore) -> ignore;
init({stop, Reason}) -> {stop, Reason};
init({error, Reason}) -> {stop, {error, Reason}};
init({exit, Reason}) -> exit(Reason);
init({throw, Value}) -> throw(Value);
init({raise, Reason}) -> error(Reason);
init(slow) -> timer:sleep(1000), {ok, state};
init(nonsense) -> what_is_this.

handle_call(who, _, State) -> {reply, {?MODULE, State}, State}.

handle_cast(_, State) -> {noreply, State}.

handle_info(_, State) -> {noreply, State}.

terminate(_, _) -> ok.

show(Term) -> io:format("~0p~n", [Term]).
