%% gen_server: requests sent and waited for, answers in another order, and errors.
-module(server_requests).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_server:start(?MODULE, [], []),
    R1 = gen_server:send_request(Pid, {after_ms, 20, slow}),
    R2 = gen_server:send_request(Pid, {after_ms, 1, fast}),
    show(gen_server:wait_response(R2, 500)),
    show(gen_server:wait_response(R1, 500)),
    R3 = gen_server:send_request(Pid, {after_ms, 30, late}),
    show(gen_server:wait_response(R3, 1)),
    show(gen_server:check_response(unrelated, R3)),
    show(receive Message -> gen_server:check_response(Message, R3) after 500 -> none end),
    R4 = gen_server:send_request(Pid, {after_ms, 50, dropped}),
    show(gen_server:receive_response(R4, 1)),
    show(receive Any -> Any after 80 -> nothing_came end),
    R5 = gen_server:send_request(nobody_of_this_name, hello),
    show(gen_server:receive_response(R5, 500)),
    R6 = gen_server:send_request(Pid, crash),
    {error, {Reason, _}} = gen_server:receive_response(R6, 500),
    show(element(1, Reason)),
    R7 = gen_server:send_request(Pid, hello),
    show(element(1, element(2, gen_server:wait_response(R7, infinity)))),
    show([try gen_server:wait_response(X, 0) catch C:_ -> C end || X <- [x, 5]]),
    show(gen_server:abcast(some_name, hi)),
    ok.

init([]) -> {ok, none}.

handle_call({after_ms, Time, What}, From, State) -> timer:apply_after(Time, gen_server, reply, [From, What]), {noreply, State};
handle_call(crash, _, _) -> error(asked_to).

handle_cast(_, State) -> {noreply, State}.

show(Term) -> io:format("~0p~n", [Term]).
