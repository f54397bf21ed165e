%% Asking for processes: answers, silence, and bad requests.
-module(spawn_requests).
-export([start/0]).

start() ->
    show(fun() -> answer(erlang:spawn_request(fun() -> ok end)) end),
    show(fun() -> answer(erlang:spawn_request(erlang, self, [])) end),
    show(fun() -> answer(erlang:spawn_request(node(), fun() -> ok end)) end),
    show(fun() -> answer(erlang:spawn_request(node(), erlang, self, [])) end),
    show(fun() -> answer(erlang:spawn_request(node(), fun() -> ok end, [link])) end),
    show(fun() -> answer(erlang:spawn_request(fun() -> ok end, [{reply_tag, {my, tag}}])) end),
    [show(fun() -> answer(erlang:spawn_request(fun() -> ok end, [{reply, Which}])) end) ||
        Which <- [yes, no, success_only, error_only, other]],
    [show(fun() -> answer(erlang:spawn_request(elsewhere, erlang, self, [], [{reply, Which}])) end) ||
        Which <- [yes, no, success_only, error_only, other]],
    show(fun() -> answer(erlang:spawn_request(elsewhere, fun() -> ok end, [x])) end),
    show(fun() -> answer(erlang:spawn_request(fun() -> ok end, [x])) end),
    show(fun() -> answer(erlang:spawn_request(lists, x, y, [])) end),
    show(fun() -> monitored() end),
    show(fun() -> erlang:spawn_request(x) end),
    show(fun() -> erlang:spawn_request(fun(_) -> ok end) end),
    show(fun() -> erlang:spawn_request(fun() -> ok end, x) end),
    show(fun() -> erlang:spawn_request(1, fun() -> ok end) end),
    show(fun() -> erlang:spawn_request(lists, x, [], y) end),
    show(fun() -> erlang:spawn_request(elsewhere, lists, x, y) end),
    show(fun() -> erlang:spawn_request_abandon(make_ref()) end),
    show(fun() -> erlang:spawn_request_abandon(x) end),
    ok.

answer(Request) ->
    receive
        {Tag, Request, ok, Pid} when is_pid(Pid) -> {Tag, ok};
        {Tag, Request, error, Reason} -> {Tag, error, Reason}
    after 50 -> nothing
    end.

%% The reference of the request is that of the monitor.
monitored() ->
    Request = erlang:spawn_request(fun() -> receive stop -> exit(stopped) end end, [monitor]),
    Pid = receive {spawn_reply, Request, ok, Spawned} -> Spawned end,
    Pid ! stop,
    receive {'DOWN', Request, process, Pid, Reason} -> Reason after 100 -> nothing end.

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).
