%% gen_statem: requests that are answered later, one by one and in collections.
-module(machine_requests).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    {ok, Pid} = gen_statem:start({local, machine_requests}, ?MODULE, [], []),
    R1 = gen_statem:send_request(Pid, {echo, 1}),
    show(gen_statem:wait_response(R1)),
    R2 = gen_statem:send_request(Pid, silence),
    show([gen_statem:wait_response(R2, 5), gen_statem:receive_response(R2, 5)]),
    R3 = gen_statem:send_request({machine_requests, node()}, {echo, 3}),
    show(gen_statem:check_response(unrelated, R3)),
    show(receive Message -> gen_statem:check_response(Message, R3) after 1000 -> none end),
    show(gen_statem:receive_response(gen_statem:send_request(nobody, x), 100)),
    show(gen_statem:wait_response(gen_statem:send_request(nobody, x), {abs, erlang:monotonic_time(millisecond) + 50})),
    collections(Pid),
    show([catch_reason(fun() -> gen_statem:reqids_size(x) end), catch_reason(fun() -> gen_statem:reqids_to_list(x) end),
          catch_reason(fun() -> gen_statem:reqids_add(R1, label, x) end),
          catch_reason(fun() -> gen_statem:check_response(x, y, z) end), catch_reason(fun() -> gen_statem:check_response(x, y) end),
          catch_reason(fun() -> gen_statem:wait_response(R1, soon) end),
          catch_reason(fun() -> gen_statem:receive_response(#{}, -1, true) end)]),
    gen_statem:stop(Pid),
    show(receive Left -> Left after 0 -> nothing_left end),
    ok.

collections(Pid) ->
    None = gen_statem:reqids_new(),
    show([gen_statem:reqids_size(None), gen_statem:reqids_to_list(None), gen_statem:receive_response(None, 5, true),
          gen_statem:wait_response(None, 5, false), gen_statem:check_response(x, None, true)]),
    Three = lists:foldl(fun(N, C) -> gen_statem:send_request(Pid, {echo, N}, {label, N}, C) end, None, [1, 2, 3]),
    show([gen_statem:reqids_size(Three), lists:sort([Label || {_, Label} <- gen_statem:reqids_to_list(Three)])]),
    Left = take(Three, 3),
    show([gen_statem:reqids_size(Left), gen_statem:receive_response(Left, 1000, true)]),
    Added = gen_statem:reqids_add(gen_statem:send_request(Pid, silence), quiet, None),
    show([gen_statem:check_response(x, Added, true), gen_statem:wait_response(Added, 5, true)]),
    {Answer, dead, Rest} = gen_statem:receive_response(gen_statem:send_request(nobody, x, dead, Added), 1000, true),
    show([Answer, gen_statem:reqids_size(Rest), gen_statem:receive_response(Rest, 5, true)]),
    One = gen_statem:send_request(Pid, {echo, kept}, one, None),
    {{reply, kept}, one, Same} = gen_statem:receive_response(One, 1000, false),
    show(gen_statem:reqids_size(Same)).

take(Requests, 0) -> Requests;
take(Requests, N) ->
    {{reply, Value}, Label, Left} = gen_statem:receive_response(Requests, 1000, true),
    show({Value, Label, gen_statem:reqids_size(Left)}),
    take(Left, N - 1).

catch_reason(Fun) -> try Fun() catch error:Reason -> Reason end.

init([]) -> {ok, state, []}.

callback_mode() -> handle_event_function.

handle_event({call, _}, silence, _, _) -> keep_state_and_data;
handle_event({call, From}, {echo, What}, _, _) -> {keep_state_and_data, {reply, From, What}}.

show(Term) -> io:format("~0p~n", [Term]).
