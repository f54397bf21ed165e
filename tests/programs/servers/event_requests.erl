%% gen_event and gen_server: requests whose answers are taken later.
-module(event_requests).

-export([start/0, init/1, handle_event/2, handle_call/2, handle_call/3, handle_cast/2, handle_info/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Manager} = gen_event:start({local, manager}),
    ok = gen_event:add_handler(manager, ?MODULE, []),
    one_by_one(),
    collections(),
    wrong(),
    servers(),
    show(gen_event:stop(Manager)),
    ok.

one_by_one() ->
    [show(gen_event:wait_response(gen_event:send_request(Who, Handler, Query), 1000))
     || {Who, Handler, Query} <- [{manager, ?MODULE, {reply, x}}, {manager, ?MODULE, {reply, {error, legitimate}}},
                                  {manager, nobody, x}, {nobody, ?MODULE, x}]],
    Slow = gen_event:send_request(manager, ?MODULE, {slow, done}),
    show([gen_event:wait_response(Slow, 10), gen_event:wait_response(Slow, infinity)]),
    Never = gen_event:send_request(manager, ?MODULE, {slow, late}),
    show([gen_event:receive_response(Never, 10), receive Message -> Message after 500 -> nothing end]),
    Checked = gen_event:send_request(manager, ?MODULE, {reply, checked}),
    show([gen_event:check_response(unrelated, Checked),
          receive Answer -> gen_event:check_response(Answer, Checked) end]).

collections() ->
    None = gen_event:reqids_new(),
    show([gen_event:reqids_size(None), gen_event:reqids_to_list(None), gen_event:wait_response(None, 10, true),
          gen_event:receive_response(None, 10, false), gen_event:check_response(x, None, true)]),
    One = gen_event:reqids_add(gen_event:send_request(manager, ?MODULE, {reply, 1}), one, None),
    {Answer, one, One} = gen_event:wait_response(One, 1000, false),
    show(Answer),
    show(taken(lists:foldl(fun({Label, Handler, Query}, Requests) ->
                               gen_event:send_request(manager, Handler, Query, Label, Requests)
                           end, None, [{two, ?MODULE, {reply, 2}}, {bad, nobody, x}, {three, ?MODULE, {slow, 3}}]))),
    Late = gen_event:send_request(manager, ?MODULE, {slow, late}, late, None),
    Deadline = erlang:monotonic_time(millisecond) + 10,
    show([gen_event:wait_response(Late, 0, true), gen_event:wait_response(Late, {abs, Deadline}, true)]),
    show([gen_event:receive_response(Late, 0, true), receive Message -> Message after 500 -> nothing end]),
    Gone = gen_event:send_request(nobody, ?MODULE, x, gone, None),
    Message2 = receive Down -> Down end,
    show([gen_event:check_response(unrelated, Gone, true), gen_event:check_response(Message2, Gone, true)]).

taken(Requests) ->
    Labels = lists:sort([Label || {_, Label} <- gen_event:reqids_to_list(Requests)]),
    case gen_event:receive_response(Requests, 1000, true) of
        {Answer, Label, Left} -> [{Labels, Answer, Label, gen_event:reqids_size(Left)} | taken(Left)];
        Other -> [Other]
    end.

wrong() ->
    Request = gen_event:send_request(manager, ?MODULE, {reply, x}),
    One = gen_event:reqids_add(Request, one, gen_event:reqids_new()),
    show([try Ask() catch error:Reason -> Reason end
          || Ask <- [fun() -> gen_event:reqids_add(Request, two, One) end, fun() -> gen_event:reqids_add(x, two, One) end,
                     fun() -> gen_event:reqids_size(x) end, fun() -> gen_event:reqids_to_list(x) end,
                     fun() -> gen_event:wait_response(x, 0, true) end]]),
    show(gen_event:wait_response(Request, 1000)).

servers() ->
    {ok, Server} = gen_server:start(?MODULE, [], []),
    First = gen_server:send_request(Server, {slow, first}, first, gen_server:reqids_new()),
    Second = gen_server:reqids_add(gen_server:send_request(Server, {reply, second}), second, First),
    Third = gen_server:send_request(nobody, x, third, Second),
    show(gen_server:reqids_size(Third)),
    {A, LabelA, Fourth} = gen_server:receive_response(Third, 1000, true),
    {B, LabelB, Fifth} = gen_server:wait_response(Fourth, 1000, true),
    {C, LabelC, Sixth} = receive Message -> gen_server:check_response(Message, Fifth, true) end,
    show([{A, LabelA}, {B, LabelB}, {C, LabelC}, gen_server:reqids_to_list(Sixth)]).

init(State) -> {ok, State}.

handle_event(_, State) -> {ok, State}.

handle_call({reply, Reply}, State) -> {ok, Reply, State};
handle_call({slow, Reply}, State) -> timer:sleep(300), {ok, Reply, State}.

handle_call(Request, _, State) ->
    {ok, Reply, State} = handle_call(Request, State),
    {reply, Reply, State}.

handle_cast(_, State) -> {noreply, State}.

handle_info(_, State) -> {ok, State}.

show(Term) -> io:format("~0p~n", [Term]).
