%% gen_event: handlers with a supervisor, which is told when they go.
-module(event_supervised).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    {ok, _} = gen_event:start({local, manager}),
    [show({Init, gen_event:add_sup_handler(manager, {?MODULE, new}, Init), told()})
     || Init <- [{error, refused}, odd, {do, exit}]],
    [show({What, added(a), gen_event:sync_notify(manager, {a, What}), told()})
     || What <- [remove_handler, odd, {do, exit}, {do, throw}, {error, bad}, {swap_handler, x, s, {?MODULE, b}, {ok, y}},
                 {swap_handler, x, s, {?MODULE, b}, odd}]],
    show(gen_event:which_handlers(manager)),
    show([gen_event:delete_handler(manager, Handler, away) || Handler <- gen_event:which_handlers(manager)]),
    show(told()),
    [show({What, added(a), gen_event:call(manager, {?MODULE, a}, What), told()})
     || What <- [{remove_handler, reply}, odd, {do, exit}, {swap_handler, reply, x, s, {?MODULE, b}, odd}]],
    show({added(a), gen_event:delete_handler(manager, {?MODULE, a}, x), told()}),
    show({added(a), gen_event:swap_handler(manager, {{?MODULE, a}, x}, {{?MODULE, b}, {ok, y}}), told()}),
    show({gen_event:swap_sup_handler(manager, {{?MODULE, b}, x}, {{?MODULE, c}, {ok, y}}), told()}),
    show({gen_event:swap_sup_handler(manager, {{?MODULE, nobody}, x}, {{?MODULE, d}, {ok, y}}), told()}),
    show({gen_event:swap_sup_handler(manager, {{?MODULE, d}, x}, {{?MODULE, e}, odd}), told()}),
    show({gen_event:swap_handler(manager, {{?MODULE, c}, x}, {{?MODULE, e}, odd}), told()}),
    another(fun() -> gen_event:add_sup_handler(manager, {?MODULE, short}, {ok, short}) end),
    added(mine),
    another(fun() -> gen_event:swap_sup_handler(manager, {{?MODULE, mine}, x}, {{?MODULE, stolen}, {ok, y}}) end),
    show({told(), gen_event:which_handlers(manager)}),
    [added(Id) || Id <- [x, y]],
    ok = gen_event:add_handler(manager, {?MODULE, free}, {ok, free}),
    show({gen_event:stop(manager, shutdown, 5000), told()}),
    ok.

added(Id) -> gen_event:add_sup_handler(manager, {?MODULE, Id}, {ok, Id}).

%% Another process takes a handler on, and ends: then the handler, the newest, goes.
another(Take) ->
    Self = self(),
    Pid = spawn(fun() -> Self ! {taken, Take(), told()}, receive go -> exit(gone) end end),
    receive {taken, Result, Told} -> show({Result, Told}) end,
    [Handler | _] = Handlers = gen_event:which_handlers(manager),
    show(Handlers),
    Pid ! go,
    show(without(Handler)).

without(Handler) ->
    Handlers = gen_event:which_handlers(manager),
    case lists:member(Handler, Handlers) of
        true -> without(Handler);
        false -> Handlers
    end.

told() ->
    receive
        {gen_event_EXIT, Handler, {swapped, New, Pid}} -> [{Handler, {swapped, New, Pid =:= self()}} | told()];
        {gen_event_EXIT, Handler, Reason} -> [{Handler, Reason} | told()];
        Other -> [Other | told()]
    after 20 -> []
    end.

init({do, What}) -> do(What);
init({Result, {terminated, State}}) -> show({init, Result, State}), Result;
init(Result) -> Result.

do(exit) -> exit(leaves);
do(throw) -> throw(remove_handler).

handle_event({Id, {do, What}}, Id) -> do(What);
handle_event({Id, What}, Id) -> What;
handle_event(_, State) -> {ok, State}.

handle_call({do, What}, _) -> do(What);
handle_call(What, _) -> What.

handle_info({'EXIT', _, Reason}, State) -> show({info, Reason, State}), {ok, State}.

terminate(Argument, State) -> show({terminate, Argument, State}), {terminated, State}.

show(Term) -> io:format("~0p~n", [Term]).
