%% gen_event: state seen and replaced, new code, status, hibernation.
-module(event_looked_at).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, handle_info/2, code_change/3, format_status/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    {ok, Manager} = gen_event:start_link({local, manager}),
    show(sys:get_state(manager)),
    [ok = gen_event:add_handler(manager, Handler, State) || {Handler, State} <- [{?MODULE, 1}, {{?MODULE, two}, 2}]],
    show(sys:get_state(manager)),
    show(sys:replace_state(manager, fun({Module, Id, N}) -> {Module, Id, N + 10} end)),
    show(sys:replace_state(manager, fun({Module, two, _}) -> {Module, two, odd}; (_) -> error(no) end)),
    show(sys:replace_state(manager, fun({_, _, _}) -> {another, name, x} end)),
    show(sys:get_state(manager)),
    show(sys:suspend(manager)),
    gen_event:notify(manager, while_suspended),
    show(try gen_event:call(manager, ?MODULE, state, 10) catch exit:{Why, {M, F, [_ | _]}} -> {Why, M, F} end),
    show([sys:change_code(manager, Module, old, extra) || Module <- [?MODULE, another]]),
    ok = sys:resume(manager),
    Changed = gen_event:call(manager, ?MODULE, state),
    show(Changed),
    {status, Manager, {module, Module}, [_, Running, Parent, Debug, Status]} = sys:get_status(manager),
    show({Module, Running, Parent =:= self(), Debug, [proplists:delete("Parent", Data) || {data, Data} <- Status]}),
    show([{Key, Value} || {Key, Value} <- Status, Key =/= data]),
    traced(),
    asleep(Manager),
    show(sys:terminate(manager, shutdown)),
    ok.

traced() ->
    ok = sys:statistics(manager, true),
    ok = sys:log(manager, true),
    Self = self(),
    ok = sys:install(manager, {fun(State, Event, _) -> Self ! {seen, Event}, State end, state}),
    gen_event:notify(manager, one),
    gen_event:sync_notify(manager, two),
    manager ! three,
    gen_event:call(manager, ?MODULE, state),
    {ok, Statistics} = sys:statistics(manager, get),
    show([Fact || {Key, _} = Fact <- Statistics, lists:member(Key, [messages_in, messages_out])]),
    show([event(receive {seen, Event} -> Event after 100 -> none end) || _ <- [1, 2, 3, 4]]),
    {ok, Log} = sys:log(manager, get),
    show([event(Event) || Event <- Log]),
    ok = sys:no_debug(manager).

event({in, {Pid, {Pid, _}, Request}}) -> {in, Request};
event(Event) -> Event.

asleep(Manager) ->
    [begin Do(), timer:sleep(30), show({process_info(Manager, status), length(gen_event:which_handlers(Manager))}) end
     || Do <- [fun() -> gen_event:notify(manager, sleep) end, fun() -> gen_event:notify(manager, stay) end,
               fun() -> gen_event:call(manager, ?MODULE, sleep) end, fun() -> gen_event:which_handlers(manager) end,
               fun() -> gen_event:add_handler(manager, {?MODULE, sleeper}, sleep) end,
               fun() -> gen_event:delete_handler(manager, {?MODULE, sleeper}, sleep) end,
               fun() -> manager ! sleep end, fun() -> sys:get_state(manager) end]].

init(sleep) -> {ok, sleep, hibernate};
init(State) -> {ok, State}.

handle_event(sleep, State) -> {ok, State, hibernate};
handle_event(while_suspended, State) -> show({waited, State}), {ok, State};
handle_event(_, State) -> {ok, State}.

handle_call(sleep, State) -> {ok, ok, State, hibernate};
handle_call(state, State) -> {ok, State, State}.

handle_info(sleep, State) -> {ok, State, hibernate};
handle_info(_, State) -> {ok, State}.

code_change(Old, State, Extra) -> {ok, {changed, Old, State, Extra}}.

format_status(Status) -> maps:map(fun(state, State) -> {shown, State}; (_, Value) -> Value end, Status).

show(Term) -> io:format("~0p~n", [Term]).
