%% gen_event: handlers that are swapped, by request and by themselves.
-module(event_swaps).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, _} = gen_event:start_link({local, manager}),
    [by_request(Old, New) || {Old, New} <- [{{a, x}, {d, y}}, {{b, x}, {b, y}}, {{nobody, x}, {d, y}}, {{c, x}, {a, y}},
                                            {{a, x}, {d, {return, {error, refused}}}}, {{a, x}, {d, {return, odd}}},
                                            {{a, x}, {d, {do, exit}}}, {{a, {do, exit}}, {d, y}},
                                            {{a, {do, throw}}, {d, y}}, {{nobody, x}, {d, {return, odd}}}]],
    [by_itself(Who, New, Argument) || Who <- [a, b, c], {New, Argument} <- [{d, y}, {Who, y}, {b, y},
                                                                          {d, {return, odd}}, {d, {do, exit}}]],
    [by_call(Who, New, Argument) || Who <- [a, b], {New, Argument} <- [{d, y}, {d, {return, {error, no}}}]],
    gen_event:stop(manager).

prepared() ->
    [gen_event:delete_handler(manager, Handler, silent) || Handler <- gen_event:which_handlers(manager)],
    [ok = gen_event:add_handler(manager, {?MODULE, Id}, {first, Id}) || Id <- [a, b, c]].

by_request({Old, Argument}, {New, NewArgument}) ->
    prepared(),
    Result = gen_event:swap_handler(manager, {{?MODULE, Old}, Argument}, {{?MODULE, New}, NewArgument}),
    show({Result, handlers()}).

by_itself(Who, New, Argument) ->
    prepared(),
    ok = gen_event:sync_notify(manager, {swap, Who, New, Argument}),
    show({by_itself, Who, New, handlers()}).

by_call(Who, New, Argument) ->
    prepared(),
    Reply = gen_event:call(manager, {?MODULE, Who}, {swap, New, Argument}),
    show({by_call, Reply, Who, New, handlers()}).

handlers() ->
    [{Id, gen_event:call(manager, {?MODULE, Id}, state)} || {?MODULE, Id} <- gen_event:which_handlers(manager)].

init({first, Id}) -> {ok, Id};
init({{return, Result}, _}) -> Result;
init({{do, What}, _}) -> do(What);
init({Argument, Terminated}) -> show({init, Argument, Terminated}), {ok, {Argument, Terminated}}.

do(exit) -> exit(leaves);
do(throw) -> throw(thrown).

handle_event({swap, Id, New, Argument}, Id) -> {swap_handler, going, {left, Id}, {?MODULE, New}, Argument};
handle_event(_, State) -> {ok, State}.

handle_call(state, State) -> {ok, State, State};
handle_call({swap, New, Argument}, State) ->
    {swap_handler, swapping, going, {left, State}, {?MODULE, New}, Argument}.

terminate(silent, _) -> ok;
terminate({do, What}, _) -> do(What);
terminate(Argument, State) -> show({terminate, Argument, State}), {from, State}.

show(Term) -> io:format("~0p~n", [Term]).
