%% gen_event: events of many processes, those of one sender in their order.
-module(event_many).

-behaviour(gen_event).
-export([start/0, init/1, handle_event/2, handle_call/2]).

start() ->
    {ok, Manager} = gen_event:start_link(),
    [ok = gen_event:add_handler(Manager, {?MODULE, Id}, Id) || Id <- [sum, order, count]],
    Self = self(),
    Senders = [spawn_link(fun() -> send(Manager, Sender, 100), Self ! {done, self()} end) || Sender <- lists:seq(1, 20)],
    [receive {done, Sender} -> ok end || Sender <- Senders],
    show([gen_event:call(Manager, {?MODULE, Id}, get) || Id <- [sum, order, count]]),
    Handlers = [{?MODULE, N} || N <- lists:seq(1, 100)],
    [ok = gen_event:add_handler(Manager, Handler, count) || Handler <- Handlers],
    gen_event:sync_notify(Manager, {1, 101}),
    show(lists:usort([gen_event:call(Manager, Handler, get) || Handler <- Handlers])),
    show(length(gen_event:which_handlers(Manager))),
    show(gen_event:stop(Manager)),
    ok.

send(Manager, Sender, Most) ->
    [case N rem 10 of
         0 -> ok = gen_event:sync_notify(Manager, {Sender, N});
         _ -> ok = gen_event:notify(Manager, {Sender, N})
     end || N <- lists:seq(1, Most)].

init(sum) -> {ok, {sum, 0}};
init(order) -> {ok, {order, #{}}};
init(count) -> {ok, {count, 0}}.

handle_event({_, N}, {sum, Sum}) -> {ok, {sum, Sum + N}};
handle_event(_, {count, Count}) -> {ok, {count, Count + 1}};
handle_event({Sender, N}, {order, Last}) ->
    case maps:get(Sender, Last, 0) of
        Before when Before + 1 =:= N -> {ok, {order, Last#{Sender => N}}};
        _ -> {ok, {order, out_of_order}}
    end.

handle_call(get, {order, Last} = State) -> {ok, lists:usort(maps:values(Last)), State};
handle_call(get, State) -> {ok, State, State}.

show(Term) -> io:format("~0p~n", [Term]).
