%% gen_event: handlers that crash are removed, and the others go on.
-module(event_crashes).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Manager} = gen_event:start(),
    [show({How, How2, crash(Manager, How, How2)})
     || How <- [event, call], How2 <- [error, exit, throw, {return, odd}, {return, {error, odd}}, {return, ok},
                                       {return, {ok}}, {return, {'EXIT', odd}}, badmatch]],
    ok = gen_event:add_handler(Manager, {?MODULE, keeps}, keeps),
    Manager ! no_handle_info,
    show(gen_event:which_handlers(Manager)),
    show(reason(catch gen_event:add_handler(Manager, no_such_module, x))),
    show(reason(catch gen_event:add_handler(Manager, {lists, x}, x))),
    ok = gen_event:add_handler(Manager, {?MODULE, fails_at_end}, fails_at_end),
    show(reason(gen_event:delete_handler(Manager, {?MODULE, fails_at_end}, now))),
    ok = gen_event:add_handler(Manager, {?MODULE, fails_at_end}, fails_at_end),
    show(gen_event:sync_notify(Manager, {fails_at_end, exit})),
    show(gen_event:which_handlers(Manager)),
    ok = gen_event:add_handler(Manager, {?MODULE, fails_at_end}, fails_at_end),
    show(gen_event:stop(Manager, shutdown, infinity)),
    ok.

crash(Manager, How, What) ->
    [ok = gen_event:add_handler(Manager, {?MODULE, Id}, Id) || Id <- [a, b, c]],
    Result =
        case How of
            event -> gen_event:sync_notify(Manager, {b, What});
            call -> reason(gen_event:call(Manager, {?MODULE, b}, What))
        end,
    Left = gen_event:which_handlers(Manager),
    [gen_event:delete_handler(Manager, Handler, silent) || Handler <- Left],
    {Result, [Id || {_, Id} <- Left]}.

reason({error, Reason}) -> {error, reason(Reason)};
reason({'EXIT', {Reason, [_ | _]}}) -> {'EXIT', Reason};
reason(Other) -> Other.

init(State) -> {ok, State}.

handle_event({State, What}, State) -> do(What);
handle_event(Event, State) -> show({State, sees, Event}), {ok, State}.

handle_call(What, _) -> do(What).

do({return, What}) -> What;
do(badmatch) -> [] = [x];
do(error) -> error(failed);
do(exit) -> exit(failed);
do(throw) -> throw(failed).

terminate(silent, _) -> ok;
terminate(_, fails_at_end) -> exit(at_end);
terminate(Argument, State) -> show({terminate, reason(Argument), State}).

show(Term) -> io:format("~0p~n", [Term]).
