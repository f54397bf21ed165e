%% gen_event: managers named, linked and monitored, and how they stop.
-module(event_starts).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    show([shape(Result) || Result <- [gen_event:start(), gen_event:start([]), gen_event:start({local, one}),
                                      gen_event:start({local, one}), gen_event:start({local, two}, []),
                                      gen_event:start_link(), gen_event:start_link([{hibernate_after, 5}]),
                                      gen_event:start_link({local, one}), gen_event:start_link({local, three}),
                                      gen_event:start_link({local, four}, [{timeout, 1000}]),
                                      gen_event:start_monitor(), gen_event:start_monitor([]),
                                      gen_event:start_monitor({local, one}), gen_event:start_monitor({local, five}),
                                      gen_event:start_monitor({local, six}, [])]]),
    show([is_pid(whereis(Name)) || Name <- [one, two, three, four, five, six]]),
    show(messages()),
    show([{Name, gen_event:stop(Name), messages()} || Name <- [one, three]]),
    show({catch gen_event:stop(one), catch gen_event:stop(one, normal, 100)}),
    show([{Reason, gen_event:stop(Name, Reason, infinity), messages()}
          || {Name, Reason} <- [{two, odd}, {four, {shutdown, x}}, {five, shutdown}, {six, odd}]]),
    show(asleep(gen_event:start([{hibernate_after, 5}]))),
    show(proc_lib:translate_initial_call(element(2, gen_event:start()))),
    signals(),
    nobody(),
    ok.

shape({ok, Pid}) when is_pid(Pid) -> ok;
shape({ok, {Pid, Monitor}}) when is_pid(Pid), is_reference(Monitor) -> monitored;
shape({error, {already_started, Pid}}) when is_pid(Pid) -> already_started.

messages() ->
    receive
        {'EXIT', _, Reason} -> [{exit, Reason} | messages()];
        {'DOWN', _, _, _, Reason} -> [{down, Reason} | messages()]
    after 200 -> []
    end.

asleep({ok, Pid}) ->
    Before = gen_event:which_handlers(Pid),
    timer:sleep(50),
    ok = gen_event:add_handler(Pid, ?MODULE, awake),
    {Before, gen_event:which_handlers(Pid)}.

%% The end of the parent is the end of a manager, others' ends are messages.
signals() ->
    {ok, Linked} = gen_event:start_link(),
    ok = gen_event:add_handler(Linked, ?MODULE, linked),
    spawn(fun() -> link(Linked), exit(other_ends) end),
    show({alive, informed(Linked)}),
    exit(Linked, parent_ends),
    show(messages()).

informed(Manager) ->
    case gen_event:call(Manager, ?MODULE, state) of
        linked -> informed(Manager);
        State -> State
    end.

nobody() ->
    [show(catch Ask()) || Ask <- [fun() -> gen_event:sync_notify(nobody, x) end,
                                  fun() -> gen_event:which_handlers(nobody) end,
                                  fun() -> gen_event:add_handler(nobody, ?MODULE, x) end,
                                  fun() -> gen_event:delete_handler(nobody, ?MODULE, x) end,
                                  fun() -> gen_event:swap_handler(nobody, {?MODULE, x}, {?MODULE, x}) end,
                                  fun() -> gen_event:call(nobody, ?MODULE, x) end,
                                  fun() -> gen_event:call(nobody, ?MODULE, x, 10) end]],
    show(try gen_event:notify(nobody, x) catch error:Reason -> Reason end),
    show([gen_event:notify({global, nobody}, x), gen_event:notify({via, ?MODULE, nobody}, x)]).

init(State) -> {ok, State}.

handle_event(_, State) -> {ok, State}.

handle_call(state, State) -> {ok, State, State}.

handle_info({'EXIT', _, Reason}, State) -> {ok, {informed, Reason, State}}.

terminate(Argument, State) -> show({terminate, Argument, State}).

show(Term) -> io:format("~0p~n", [Term]).
