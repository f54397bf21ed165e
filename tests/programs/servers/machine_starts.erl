%% gen_statem: how machines start, or do not, and processes that become machines.
-module(machine_starts).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4, become/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    [show({How, Init, started(How, Init)})
     || How <- [start, start_link, start_monitor],
        Init <- [{ok, s, d}, {ok, s, d, []}, {ok, s, d, [hibernate]}, ignore, {stop, because}, {stop, normal},
                 {stop, {shutdown, x}}, nonsense, {exit, away}, {throw, ignore}, {throw, {ok, s, thrown}}]],
    {ok, Pid} = gen_statem:start({local, named}, ?MODULE, {ok, s, d}, []),
    show(gen_statem:start({local, named}, ?MODULE, {ok, s, d}, []) =:= {error, {already_started, Pid}}),
    show(gen_statem:start({local, named}, ?MODULE, ignore, [{timeout, 10}]) =:= {error, {already_started, Pid}}),
    gen_statem:stop(named, {shutdown, done}, 1000),
    show(gen_statem:start({local, named}, ?MODULE, sleep, [{timeout, 10}])),
    show([whereis(named), catch gen_statem:stop(named), catch gen_statem:stop(named, normal, 10)]),
    show(becomes()),
    show(links()),
    ok.

started(How, Init) ->
    case gen_statem:How(?MODULE, Init, []) of
        {ok, {Pid, M}} when is_reference(M) -> {state_of(Pid), receive {'DOWN', M, _, _, R} -> R after 1000 -> none end};
        {ok, Pid} -> state_of(Pid);
        Else -> receive {'EXIT', _, _} -> Else after 20 -> Else end
    end.

state_of(Pid) ->
    State = gen_statem:call(Pid, state),
    unlink(Pid),
    gen_statem:stop(Pid),
    State.

becomes() ->
    [begin
         Pid = proc_lib:spawn_link(?MODULE, become, [Rest]),
         {Rest, state_of(Pid)}
     end || Rest <- [[], [self], [[{next_event, internal, of_enter_loop}]], [{local, becoming}, []]]].

become([self]) -> gen_statem:enter_loop(?MODULE, [], entered, data, self());
become([{local, Name}, Actions]) ->
    register(Name, self()),
    gen_statem:enter_loop(?MODULE, [], entered, data, {local, Name}, Actions);
become(Rest) -> apply(gen_statem, enter_loop, [?MODULE, [], entered, data | Rest]).

%% A machine whose parent ends ends as well, even if it traps exits.
links() ->
    Self = self(),
    Parent = spawn(fun() ->
                       {ok, Pid} = gen_statem:start_link(?MODULE, trap, []),
                       Self ! {child, Pid},
                       receive Reason -> exit(Reason) end
                   end),
    M = receive {child, Pid} -> monitor(process, Pid) end,
    Parent ! of_parent,
    receive {'DOWN', M, _, _, Why} -> Why after 1000 -> none end.

init({exit, Reason}) -> exit(Reason);
init({throw, Result}) -> throw(Result);
init(sleep) -> timer:sleep(1000), ignore;
init(trap) -> process_flag(trap_exit, true), {ok, s, d};
init(Result) -> Result.

callback_mode() -> handle_event_function.

handle_event({call, From}, state, State, Data) -> {keep_state_and_data, {reply, From, {State, Data}}};
handle_event(internal, Content, State, Data) -> {next_state, Content, {State, Data}}.

show(Term) -> io:format("~0p~n", [Term]).
