%% Servers: a process that keeps a state and answers one message after another.
%%
%% A call is {'$gen_call', From, Request}, a cast {'$gen_cast', Request}, everything else goes to handle_info/2.
%%
%% Invariant: the callback module sees its messages in the order they came, but system messages.
%% Invariant: terminate/2 is called before the process ends, whatever the reason but a signal it does not trap.
%%
%% Absent on purpose: calls of several nodes at once beyond this one.
-module(gen_server).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3, call/2, call/3,
         cast/2, reply/2, abcast/2, abcast/3, multi_call/2, multi_call/3, multi_call/4, send_request/2,
         send_request/4, wait_response/1, wait_response/2, wait_response/3, receive_response/1, receive_response/2,
         receive_response/3, check_response/2, check_response/3, reqids_new/0, reqids_size/1, reqids_add/3,
         reqids_to_list/1, enter_loop/3, enter_loop/4, enter_loop/5]).
-export([init_it/6, wake_hib/1, system_continue/3, system_terminate/4, system_code_change/4, system_get_state/1,
         system_replace_state/2, format_status/2]).

-callback init(Args :: term()) -> term().
-callback handle_call(Request :: term(), From :: term(), State :: term()) -> term().
-callback handle_cast(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: term(), State :: term()) -> term().
-callback handle_continue(Info :: term(), State :: term()) -> term().
-callback terminate(Reason :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> term().
-callback format_status(Option :: term(), Status :: term()) -> term().
-callback format_status(Status :: term()) -> term().
-optional_callbacks([handle_info/2, handle_continue/2, terminate/2, code_change/3, format_status/2, format_status/1]).

%% What a callback may want next: to wait so long at most, to hibernate, or to be called again at once.
-define(IS_ACTION(A),
        (A =:= infinity orelse A =:= hibernate orelse is_integer(A) andalso A >= 0 orelse
         tuple_size(A) =:= 2 andalso element(1, A) =:= continue)).

-record(server, {parent, name, module, debug, hibernate_after}).

%% Starting and stopping.

start(Module, Arguments, Options) when is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, nolink, Module, Arguments, Options).

start(Name, Module, Arguments, Options) when is_tuple(Name), is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, nolink, Name, Module, Arguments, Options).

start_link(Module, Arguments, Options) when is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, link, Module, Arguments, Options).

start_link(Name, Module, Arguments, Options) when is_tuple(Name), is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, link, Name, Module, Arguments, Options).

start_monitor(Module, Arguments, Options) when is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, monitor, Module, Arguments, Options).

start_monitor(Name, Module, Arguments, Options) when is_tuple(Name), is_atom(Module), is_list(Options) ->
    gen:start(?MODULE, monitor, Name, Module, Arguments, Options).

stop(Server) ->
    gen:stop(Server).

stop(Server, Reason, Timeout) ->
    gen:stop(Server, Reason, Timeout).

%% Talking to a server.

call(Server, Request) ->
    try gen:call(Server, '$gen_call', Request) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, [Server, Request]}})
    end.

call(Server, Request, Timeout) ->
    try gen:call(Server, '$gen_call', Request, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, [Server, Request, Timeout]}})
    end.

cast({global, Name}, Request) ->
    catch global:send(Name, {'$gen_cast', Request}),
    ok;
cast({via, Module, Name}, Request) ->
    catch Module:send(Name, {'$gen_cast', Request}),
    ok;
cast({Name, Node} = Server, Request) when is_atom(Name), is_atom(Node) ->
    catch erlang:send(Server, {'$gen_cast', Request}),
    ok;
cast(Server, Request) when is_atom(Server); is_pid(Server) ->
    catch erlang:send(Server, {'$gen_cast', Request}),
    ok.

reply(Client, Reply) ->
    gen:reply(Client, Reply).

abcast(Name, Request) when is_atom(Name) ->
    abcast([node() | nodes()], Name, Request).

abcast(Nodes, Name, Request) when is_list(Nodes), is_atom(Name) ->
    lists:foreach(fun(Node) -> cast({Name, Node}, Request) end, Nodes),
    abcast.

multi_call(Name, Request) when is_atom(Name) ->
    multi_call([node() | nodes()], Name, Request).

multi_call(Nodes, Name, Request) when is_list(Nodes), is_atom(Name) ->
    multi_call(Nodes, Name, Request, infinity).

multi_call(Nodes, Name, Request, Timeout) when is_list(Nodes), is_atom(Name) ->
    Asked = [{Node, send_request({Name, Node}, Request)} || Node <- Nodes],
    Answers = [{Node, receive_response(Monitor, Timeout)} || {Node, Monitor} <- Asked],
    {[{Node, Reply} || {Node, {reply, Reply}} <- Answers],
     [Node || {Node, Answer} <- Answers, not (tuple_size_of(Answer) =:= 2 andalso element(1, Answer) =:= reply)]}.

tuple_size_of(Answer) when is_tuple(Answer) -> tuple_size(Answer);
tuple_size_of(_) -> 0.

send_request(Server, Request) ->
    gen:send_request(Server, '$gen_call', Request).

wait_response(Monitor) ->
    wait_response(Monitor, infinity).

wait_response(Monitor, Timeout) ->
    gen:wait_response(Monitor, Timeout).

receive_response(Monitor) ->
    receive_response(Monitor, infinity).

receive_response(Monitor, Timeout) ->
    gen:receive_response(Monitor, Timeout).

check_response(Message, Monitor) ->
    gen:check_response(Message, Monitor).

%% The same with many requests, each with a label.

send_request(Server, Request, Label, Requests) ->
    gen:send_request(Server, '$gen_call', Request, Label, Requests).

wait_response(Requests, Timeout, Delete) ->
    gen:wait_response(Requests, Timeout, Delete).

receive_response(Requests, Timeout, Delete) ->
    gen:receive_response(Requests, Timeout, Delete).

check_response(Message, Requests, Delete) ->
    gen:check_response(Message, Requests, Delete).

reqids_new() -> gen:reqids_new().

reqids_size(Requests) -> gen:reqids_size(Requests).

reqids_add(Request, Label, Requests) -> gen:reqids_add(Request, Label, Requests).

reqids_to_list(Requests) -> gen:reqids_to_list(Requests).

%% The new process.

init_it(Starter, self, Name, Module, Arguments, Options) ->
    init_it(Starter, self(), Name, Module, Arguments, Options);
init_it(Starter, Parent, FullName, Module, Arguments, Options) ->
    Name = gen:name(FullName),
    Server = #server{parent = Parent, name = Name, module = Module, debug = gen:debug_options(Name, Options),
                     hibernate_after = gen:hibernate_after(Options)},
    case initialized(Module, Arguments) of
        {ok, {ok, State}} -> begun(Starter, Server, State, infinity);
        {ok, {ok, State, Action}} when ?IS_ACTION(Action) -> begun(Starter, Server, State, Action);
        {ok, {stop, Reason}} -> not_begun(Starter, FullName, {error, Reason}, {exit, Reason});
        {ok, {error, Reason}} -> not_begun(Starter, FullName, {error, Reason}, {exit, normal});
        {ok, ignore} -> not_begun(Starter, FullName, ignore, {exit, normal});
        {ok, Else} ->
            Reason = {bad_return_value, Else},
            not_begun(Starter, FullName, {error, Reason}, {exit, Reason});
        {Class, Reason, Trace} ->
            not_begun(Starter, FullName, {error, exit_reason(Class, Reason, Trace)}, {Class, Reason, Trace})
    end.

initialized(Module, Arguments) ->
    try
        {ok, Module:init(Arguments)}
    catch
        throw:Value -> {ok, Value};
        Class:Reason:Trace -> {Class, Reason, Trace}
    end.

begun(Starter, Server, State, Action) ->
    proc_lib:init_ack(Starter, {ok, self()}),
    loop(Server, State, Action).

%% The name is free again before the starter hears of it.
not_begun(Starter, FullName, ignore, {exit, normal}) ->
    gen:unregister_name(FullName),
    proc_lib:init_ack(Starter, ignore),
    exit(normal);
not_begun(Starter, FullName, Result, Exception) ->
    gen:unregister_name(FullName),
    proc_lib:init_fail(Starter, Result, Exception).

enter_loop(Module, Options, State) when is_atom(Module), is_list(Options) ->
    enter_loop(Module, Options, State, self(), infinity).

enter_loop(Module, Options, State, Name) when is_tuple(Name); is_pid(Name) ->
    enter_loop(Module, Options, State, Name, infinity);
enter_loop(Module, Options, State, Action) ->
    enter_loop(Module, Options, State, self(), Action).

enter_loop(Module, Options, State, FullName, Action) when is_atom(Module), is_list(Options) ->
    Name = gen:get_proc_name(FullName),
    loop(#server{parent = gen:get_parent(), name = Name, module = Module, debug = gen:debug_options(Name, Options),
                 hibernate_after = gen:hibernate_after(Options)}, State, Action).

%% The loop. Action is what a callback asked for: infinity, a time-out, hibernate or {continue, Term}.

loop(#server{module = Module} = Server, State, {continue, Continue}) ->
    done(tried(fun() -> Module:handle_continue(Continue, State) end), Server, {continue, Continue}, State);
loop(Server, State, hibernate) ->
    proc_lib:hibernate(?MODULE, wake_hib, [{Server, State}]);
loop(#server{hibernate_after = After} = Server, State, infinity) ->
    receive
        Message -> received(Message, Server, State, infinity)
    after After -> loop(Server, State, hibernate)
    end;
loop(Server, State, Timeout) ->
    receive
        Message -> received(Message, Server, State, Timeout)
    after Timeout -> received(timeout, Server, State, Timeout)
    end.

wake_hib({Server, State}) ->
    receive
        Message -> received(Message, Server, State, hibernate)
    end.

received({system, From, Request}, #server{parent = Parent, debug = Debug} = Server, State, Action) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, {Server, State, Action}, Action =:= hibernate);
received({'EXIT', Parent, Reason}, #server{parent = Parent} = Server, State, _) ->
    terminate(exit, Reason, [], Server, {'EXIT', Parent, Reason}, State);
received(Message, #server{debug = []} = Server, State, _) ->
    handled(Message, Server, State);
received(Message, Server, State, _) ->
    handled(Message, debugged(Server, {in, Message}), State).

debugged(#server{debug = []} = Server, _) -> Server;
debugged(#server{debug = Debug, name = Name} = Server, Event) ->
    Server#server{debug = sys:handle_debug(Debug, fun print_event/3, Name, Event)}.

print_event(Device, {in, {'$gen_call', {From, _}, Request}}, Name) ->
    io:format(Device, "*DBG* ~tp got call ~tp from ~tw~n", [Name, Request, From]);
print_event(Device, {in, {'$gen_cast', Request}}, Name) ->
    io:format(Device, "*DBG* ~tp got cast ~tp~n", [Name, Request]);
print_event(Device, {in, Message}, Name) ->
    io:format(Device, "*DBG* ~tp got ~tp~n", [Name, Message]);
print_event(Device, {out, Reply, {To, _}, State}, Name) ->
    io:format(Device, "*DBG* ~tp sent ~tp to ~tw, new state ~tp~n", [Name, Reply, To, State]);
print_event(Device, {noreply, State}, Name) ->
    io:format(Device, "*DBG* ~tp new state ~tp~n", [Name, State]);
print_event(Device, Event, Name) ->
    io:format(Device, "*DBG* ~tp dbg  ~tp~n", [Name, Event]).

handled({'$gen_call', From, Request} = Message, #server{module = Module} = Server, State) ->
    case tried(fun() -> Module:handle_call(Request, From, State) end) of
        {ok, {reply, Reply, NewState}} -> replied(Server, From, Reply, NewState, infinity);
        {ok, {reply, Reply, NewState, Action}} when ?IS_ACTION(Action) -> replied(Server, From, Reply, NewState, Action);
        {ok, {stop, Reason, Reply, NewState}} ->
            try
                terminate(exit, Reason, [], Server, Message, NewState, From)
            after
                gen:reply(From, Reply)
            end;
        Other -> done(Other, Server, Message, State, From)
    end;
handled({'$gen_cast', Request} = Message, #server{module = Module} = Server, State) ->
    done(tried(fun() -> Module:handle_cast(Request, State) end), Server, Message, State);
handled(Message, #server{module = Module} = Server, State) ->
    case erlang:function_exported(Module, handle_info, 2) of
        true -> done(tried(fun() -> Module:handle_info(Message, State) end), Server, Message, State);
        false ->
            error_logger:warning_msg("** Undefined handle_info in ~tp~n** Unhandled message: ~tp~n", [Module, Message]),
            done({ok, {noreply, State}}, Server, Message, State)
    end.

tried(Fun) ->
    try
        {ok, Fun()}
    catch
        throw:Value -> {ok, Value};
        Class:Reason:Trace -> {Class, Reason, Trace}
    end.

replied(Server, From, Reply, State, Action) ->
    gen:reply(From, Reply),
    loop(debugged(Server, {out, Reply, From, State}), State, Action).

done(Result, Server, Message, State) ->
    done(Result, Server, Message, State, undefined).

done({ok, {noreply, NewState}}, Server, _, _, _) ->
    loop(debugged(Server, {noreply, NewState}), NewState, infinity);
done({ok, {noreply, NewState, Action}}, Server, _, _, _) when ?IS_ACTION(Action) ->
    loop(debugged(Server, {noreply, NewState}), NewState, Action);
done({ok, {stop, Reason, NewState}}, Server, Message, _, From) ->
    terminate(exit, Reason, [], Server, Message, NewState, From);
done({ok, Else}, Server, Message, State, From) ->
    terminate(exit, {bad_return_value, Else}, [], Server, Message, State, From);
done({Class, Reason, Trace}, Server, Message, State, From) ->
    terminate(Class, Reason, Trace, Server, Message, State, From).

%% Ending.

terminate(Class, Reason, Trace, Server, Message, State) ->
    terminate(Class, Reason, Trace, Server, Message, State, undefined).

terminate(Class, Reason, Trace, #server{module = Module} = Server, Message, State, From) ->
    Shown = exit_reason(Class, Reason, Trace),
    Ended =
        case erlang:function_exported(Module, terminate, 2) of
            true -> tried(fun() -> Module:terminate(Shown, State) end);
            false -> {ok, ok}
        end,
    case Ended of
        {ok, _} ->
            report(Class, Reason, Shown, Server, Message, State, From),
            ended(Class, Reason, Trace);
        {NewClass, NewReason, NewTrace} ->
            report(NewClass, NewReason, exit_reason(NewClass, NewReason, NewTrace), Server, Message, State, From),
            erlang:raise(NewClass, NewReason, NewTrace)
    end.

ended(exit, Reason, []) -> exit(Reason);
ended(Class, Reason, Trace) -> erlang:raise(Class, Reason, Trace).

exit_reason(error, Reason, Trace) -> {Reason, Trace};
exit_reason(exit, Reason, _) -> Reason.

report(exit, normal, _, _, _, _, _) -> ok;
report(exit, shutdown, _, _, _, _, _) -> ok;
report(exit, {shutdown, _}, _, _, _, _, _) -> ok;
report(_, _, Reason, #server{name = Name, module = Module}, Message, State, From) ->
    error_logger:format("** Generic server ~tp terminating~n** Last message in was ~tp~n** When Server state == ~tp~n"
                        "** Reason for termination ==~n** ~tp~n~ts",
                        [Name, request_of(Message), shown_state(Module, terminate, State), Reason, client(From)]).

request_of({'$gen_call', _, Request}) -> Request;
request_of({'$gen_cast', _} = Message) -> Message;
request_of(Message) -> Message.

client(undefined) -> "";
client({Pid, _}) when Pid =:= self() -> "** Client is the server itself\n";
client({Pid, _}) -> io_lib:format("** Client ~tw~n", [Pid]).

shown_state(Module, Why, State) ->
    case {erlang:function_exported(Module, format_status, 1), erlang:function_exported(Module, format_status, 2)} of
        {true, _} -> status_shown(fun() -> maps:get(state, Module:format_status(#{state => State})) end, State);
        {false, true} -> status_shown(fun() -> Module:format_status(Why, [get(), State]) end, State);
        _ -> State
    end.

status_shown(Fun, State) ->
    try
        Fun()
    catch
        _:_ -> State
    end.

%% System messages.

system_continue(Parent, Debug, {Server, State, Action}) ->
    loop(Server#server{parent = Parent, debug = Debug}, State, Action).

system_terminate(Reason, _, Debug, {Server, State, _}) ->
    terminate(exit, Reason, [], Server#server{debug = Debug}, [], State).

system_code_change({#server{module = Module} = Server, State, Action}, _, OldVersion, Extra) ->
    case catch Module:code_change(OldVersion, State, Extra) of
        {ok, NewState} -> {ok, {Server, NewState, Action}};
        Else -> Else
    end.

system_get_state({_, State, _}) ->
    {ok, State}.

system_replace_state(Fun, {Server, State, Action}) ->
    NewState = Fun(State),
    {ok, NewState, {Server, NewState, Action}}.

format_status(Option, [_, System, Parent, Debug, {#server{name = Name, module = Module}, State, _}]) ->
    Header = lists:concat(["Status for generic server ", header_name(Name)]),
    [{header, Header},
     {data, [{"Status", System}, {"Parent", Parent}, {"Logged events", sys:get_log(Debug)}]}
     | listed(status_data(Module, Option, State))].

listed(Data) when is_list(Data) -> Data;
listed(Data) -> [Data].

status_data(Module, normal, State) ->
    case {erlang:function_exported(Module, format_status, 1), erlang:function_exported(Module, format_status, 2)} of
        {false, true} -> status_shown(fun() -> Module:format_status(normal, [get(), State]) end, State);
        _ -> {data, [{"State", shown_state(Module, normal, State)}]}
    end.

header_name(Name) when is_pid(Name) -> pid_to_list(Name);
header_name(Name) when is_atom(Name) -> Name;
header_name(Name) -> lists:flatten(io_lib:format("~tp", [Name])).
