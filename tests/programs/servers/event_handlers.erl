%% gen_event: handlers added, called, notified, removed, and what they return.
-module(event_handlers).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Manager} = gen_event:start({local, manager}),
    show(gen_event:which_handlers(manager)),
    [add(Handler, Init)
     || {Handler, Init} <- [{?MODULE, {ok, plain}}, {{?MODULE, a}, {ok, a}}, {{?MODULE, a}, {ok, second}},
                            {{?MODULE, b}, {ok, b, hibernate}}, {{?MODULE, c}, {error, refused}}, {{?MODULE, d}, odd},
                            {{?MODULE, e}, {'EXIT', odd}}, {{?MODULE, f}, {do, exit}}, {{?MODULE, g}, {do, throw}},
                            {{?MODULE, {h, 1}}, {ok, h}}]],
    show(gen_event:which_handlers(Manager)),
    show(gen_event:which_handlers({manager, node()})),
    [show({Handler, gen_event:call(manager, Handler, state)})
     || Handler <- [?MODULE, {?MODULE, a}, {?MODULE, b}, {?MODULE, z}, nobody, {?MODULE, {h, 1}}]],
    show(gen_event:sync_notify(manager, event)),
    ok = gen_event:notify(manager, later),
    manager ! info,
    show(gen_event:call(manager, {?MODULE, a}, {return, {ok, reply, new_state}})),
    show(gen_event:call(manager, {?MODULE, a}, {return, {ok, reply, newer, hibernate}}, 1000)),
    show(gen_event:call(manager, {?MODULE, a}, state, infinity)),
    show(gen_event:call(manager, {?MODULE, a}, {return, {remove_handler, bye}})),
    [show({Argument, gen_event:delete_handler(manager, Handler, Argument)})
     || {Handler, Argument} <- [{{?MODULE, a}, leave}, {{?MODULE, a}, leave}, {nobody, leave}, {?MODULE, {do, exit}},
                                {{?MODULE, b}, {do, throw}}]],
    show(gen_event:sync_notify(manager, {return, {?MODULE, h}, remove_handler})),
    show(gen_event:which_handlers(manager)),
    show(gen_event:stop(manager)),
    show(whereis(manager)),
    ok.

add(Handler, Init) -> show({Handler, gen_event:add_handler(manager, Handler, Init)}).

init({do, What}) -> do(What);
init(Result) -> Result.

do(exit) -> exit(leaves);
do(throw) -> throw({ok, thrown}).

handle_event({return, {_, State}, What}, State) -> What;
handle_event(Event, State) -> show({event, Event, State}), {ok, State}.

handle_call(state, State) -> {ok, {state, State}, State};
handle_call({return, What}, _) -> What.

handle_info(Info, State) -> show({info, Info, State}), {ok, State}.

terminate({do, What}, _) -> do(What);
terminate(Argument, State) -> show({terminate, Argument, State}), {terminated, State}.

show(Term) -> io:format("~0p~n", [Term]).
