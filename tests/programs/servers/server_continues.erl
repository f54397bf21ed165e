%% gen_server: continue from init, call, cast and info comes before any message.
-module(server_continues).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, handle_continue/2, terminate/2]).

start() ->
    {ok, Pid} = gen_server:start(?MODULE, self(), []),
    io:format("~0p~n", [gen_server:call(Pid, log)]),
    gen_server:cast(Pid, {then, [a, b]}),
    gen_server:cast(Pid, plain),
    io:format("~0p~n", [gen_server:call(Pid, log)]),
    Pid ! message,
    io:format("~0p~n", [gen_server:call(Pid, {reply_then, c})]),
    io:format("~0p~n", [gen_server:call(Pid, log)]),
    gen_server:cast(Pid, stop_in_continue),
    M = monitor(process, Pid),
    io:format("~0p~n", [receive {'DOWN', M, _, _, Reason} -> Reason after 500 -> none end]),
    ok.

init(Parent) ->
    self() ! sent_in_init,
    {ok, #{parent => Parent, log => [init]}, {continue, first}}.

handle_continue(first, State) -> {noreply, note(first, State), {continue, second}};
handle_continue([Step | Steps], State) -> {noreply, note(Step, State), {continue, Steps}};
handle_continue(stop, State) -> {stop, {shutdown, by_continue}, State};
handle_continue(Step, State) -> {noreply, note({continued, Step}, State)}.

handle_call(log, _, #{log := Log} = State) -> {reply, lists:reverse(Log), State#{log := []}};
handle_call({reply_then, Step}, _, State) -> {reply, replied, note(call, State), {continue, Step}}.

handle_cast({then, Steps}, State) -> {noreply, note(cast, State), {continue, Steps}};
handle_cast(stop_in_continue, State) -> {noreply, State, {continue, stop}};
handle_cast(What, State) -> {noreply, note(What, State)}.

handle_info(What, State) -> {noreply, note(What, State), {continue, info}}.

terminate(Reason, _) -> io:format("terminate ~0p~n", [Reason]).

note(What, #{log := Log} = State) -> State#{log := [What | Log]}.
