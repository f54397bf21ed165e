%% Event managers: a process that tells its handlers of every event.
%%
%% A handler is a callback module with a state, known as Module or {Module, Id}; the newest comes first. An event is
%% {notify, Event}; a request is {Caller, From, Request}, so that it is told apart from what others send.
%%
%% Invariant: a handler that fails is removed and reported, and the others go on.
%% Invariant: who added a handler as its supervisor is told when that handler goes, and the handler goes when it ends.
-module(gen_event).

-export([start/0, start/1, start/2, start_link/0, start_link/1, start_link/2, start_monitor/0, start_monitor/1,
         start_monitor/2, stop/1, stop/3, notify/2, sync_notify/2, add_handler/3, add_sup_handler/3,
         delete_handler/3, swap_handler/3, swap_sup_handler/3, which_handlers/1, call/3, call/4]).
-export([send_request/3, send_request/5, wait_response/2, wait_response/3, receive_response/2, receive_response/3,
         check_response/2, check_response/3, reqids_new/0, reqids_size/1, reqids_add/3, reqids_to_list/1]).
-export([init_it/6, wake_hib/1, system_continue/3, system_terminate/4, system_code_change/4, system_get_state/1,
         system_replace_state/2, format_status/2]).

-callback init(Arguments :: term()) -> term().
-callback handle_event(Event :: term(), State :: term()) -> term().
-callback handle_call(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: term(), State :: term()) -> term().
-callback terminate(Arguments :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> term().
-callback format_status(Option :: term(), Status :: term()) -> term().
-callback format_status(Status :: term()) -> term().
-optional_callbacks([handle_info/2, terminate/2, code_change/3, format_status/1, format_status/2]).

-record(manager, {parent, name, debug, hibernate_after}).
%% sys:get_status/1 shows this record. supervised: false, or the pid of the supervisor.
-record(handler, {module, id = false, state, supervised = false}).

%% Starting and stopping.

start() -> gen:start(?MODULE, nolink, no_callback, [], []).

start(Name) when is_tuple(Name) -> start(Name, []);
start(Options) when is_list(Options) -> gen:start(?MODULE, nolink, no_callback, [], Options).

start(Name, Options) -> gen:start(?MODULE, nolink, Name, no_callback, [], Options).

start_link() -> gen:start(?MODULE, link, no_callback, [], []).

start_link(Name) when is_tuple(Name) -> start_link(Name, []);
start_link(Options) when is_list(Options) -> gen:start(?MODULE, link, no_callback, [], Options).

start_link(Name, Options) -> gen:start(?MODULE, link, Name, no_callback, [], Options).

start_monitor() -> gen:start(?MODULE, monitor, no_callback, [], []).

start_monitor(Name) when is_tuple(Name) -> start_monitor(Name, []);
start_monitor(Options) when is_list(Options) -> gen:start(?MODULE, monitor, no_callback, [], Options).

start_monitor(Name, Options) -> gen:start(?MODULE, monitor, Name, no_callback, [], Options).

stop(Manager) -> gen:stop(Manager).

stop(Manager, Reason, Timeout) -> gen:stop(Manager, Reason, Timeout).

%% Talking to a manager.

notify({global, Name}, Event) ->
    catch global:send(Name, {notify, Event}),
    ok;
notify({via, Module, Name}, Event) ->
    catch Module:send(Name, {notify, Event}),
    ok;
notify(Manager, Event) ->
    Manager ! {notify, Event},
    ok.

sync_notify(Manager, Event) -> asked(Manager, {sync_notify, Event}).

add_handler(Manager, Handler, Arguments) -> asked(Manager, {add_handler, Handler, Arguments}).

add_sup_handler(Manager, Handler, Arguments) -> asked(Manager, {add_sup_handler, Handler, Arguments, self()}).

delete_handler(Manager, Handler, Arguments) -> asked(Manager, {delete_handler, Handler, Arguments}).

swap_handler(Manager, {_, _} = Old, {_, _} = New) -> asked(Manager, {swap_handler, Old, New}).

swap_sup_handler(Manager, {_, _} = Old, {_, _} = New) -> asked(Manager, {swap_sup_handler, Old, New, self()}).

which_handlers(Manager) -> asked(Manager, which_handlers).

asked(Manager, Request) ->
    {ok, Reply} = gen:call(Manager, self(), Request, infinity),
    Reply.

call(Manager, Handler, Query) ->
    try gen:call(Manager, self(), {call, Handler, Query}) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, [Manager, Handler, Query]}})
    end.

call(Manager, Handler, Query, Timeout) ->
    try gen:call(Manager, self(), {call, Handler, Query}, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, [Manager, Handler, Query, Timeout]}})
    end.

%% Asking now and taking the answer later.

send_request(Manager, Handler, Query) ->
    gen:send_request(Manager, self(), {call, Handler, Query}).

send_request(Manager, Handler, Query, Label, Requests) ->
    gen:send_request(Manager, self(), {call, Handler, Query}, Label, Requests).

wait_response(Request, Timeout) -> responded(gen:wait_response(Request, Timeout)).

wait_response(Requests, Timeout, Delete) -> responded(gen:wait_response(Requests, Timeout, Delete)).

receive_response(Request, Timeout) -> responded(gen:receive_response(Request, Timeout)).

receive_response(Requests, Timeout, Delete) -> responded(gen:receive_response(Requests, Timeout, Delete)).

check_response(Message, Request) -> responded(gen:check_response(Message, Request)).

check_response(Message, Requests, Delete) -> responded(gen:check_response(Message, Requests, Delete)).

responded({{reply, _} = Response, Label, Requests}) -> {responded(Response), Label, Requests};
responded({reply, {error, _} = Error}) -> Error;
responded(Other) -> Other.

reqids_new() -> gen:reqids_new().

reqids_size(Requests) -> gen:reqids_size(Requests).

reqids_add(Request, Label, Requests) -> gen:reqids_add(Request, Label, Requests).

reqids_to_list(Requests) -> gen:reqids_to_list(Requests).

%% The new process.

init_it(Starter, self, Name, Module, Arguments, Options) ->
    init_it(Starter, self(), Name, Module, Arguments, Options);
init_it(Starter, Parent, FullName, _, _, Options) ->
    process_flag(trap_exit, true),
    Name = gen:name(FullName),
    Manager = #manager{parent = Parent, name = Name, debug = gen:debug_options(Name, Options),
                       hibernate_after = gen:hibernate_after(Options)},
    proc_lib:init_ack(Starter, {ok, self()}),
    loop(Manager, [], false).

%% The loop. It hibernates when a handler asked for that the last time it was called.

loop(Manager, Handlers, true) ->
    proc_lib:hibernate(?MODULE, wake_hib, [{Manager, Handlers}]);
loop(#manager{hibernate_after = After} = Manager, Handlers, false) ->
    receive
        Message -> received(Message, Manager, Handlers, false)
    after After -> loop(Manager, Handlers, true)
    end.

wake_hib({Manager, Handlers}) ->
    receive
        Message -> received(Message, Manager, Handlers, true)
    end.

received({system, From, Request}, #manager{parent = Parent, debug = Debug} = Manager, Handlers, Hibernate) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, {Manager, Handlers, Hibernate}, Hibernate);
received({'EXIT', Parent, Reason}, #manager{parent = Parent} = Manager, Handlers, _) ->
    terminate(Reason, Manager, Handlers);
received(Message, Manager, Handlers, _) ->
    handled(Message, debugged(Manager, {in, Message}), Handlers).

debugged(#manager{debug = []} = Manager, _) -> Manager;
debugged(#manager{debug = Debug, name = Name} = Manager, Event) ->
    Manager#manager{debug = sys:handle_debug(Debug, fun print_event/3, Name, Event)}.

print_event(Device, {in, {notify, Event}}, Name) ->
    io:format(Device, "*DBG* ~tp got event ~tp~n", [Name, Event]);
print_event(Device, {in, {_, _, {call, Handler, Query}}}, Name) ->
    io:format(Device, "*DBG* ~tp(~tp) got call ~tp~n", [Name, Handler, Query]);
print_event(Device, {in, Message}, Name) ->
    io:format(Device, "*DBG* ~tp got ~tp~n", [Name, Message]);
print_event(Device, Event, Name) ->
    io:format(Device, "*DBG* ~tp dbg  ~tp~n", [Name, Event]).

handled({notify, Event}, Manager, Handlers) ->
    {Left, Hibernate} = notified(handle_event, Event, Handlers, Manager),
    loop(Manager, Left, Hibernate);
handled({Caller, {_, _} = From, Request} = Message, Manager, Handlers) when is_pid(Caller) ->
    case requested(Request, Handlers, Manager) of
        {Reply, Left, Hibernate} ->
            gen:reply(From, Reply),
            loop(Manager, Left, Hibernate);
        no_request ->
            informed(Message, Manager, Handlers)
    end;
handled({'EXIT', Pid, Reason} = Message, Manager, Handlers) ->
    {Gone, Left} = lists:partition(fun(#handler{supervised = Supervisor}) -> Supervisor =:= Pid end, Handlers),
    lists:foreach(fun(Handler) -> terminated(Handler, {stop, Reason}) end, Gone),
    informed(Message, Manager, Left);
handled(Message, Manager, Handlers) ->
    informed(Message, Manager, Handlers).

informed(Message, Manager, Handlers) ->
    {Left, Hibernate} = notified(handle_info, Message, Handlers, Manager),
    loop(Manager, Left, Hibernate).

%% Requests: the reply, the handlers that are left, and whether to hibernate.

requested({sync_notify, Event}, Handlers, Manager) ->
    {Left, Hibernate} = notified(handle_event, Event, Handlers, Manager),
    {ok, Left, Hibernate};
requested({add_handler, Handler, Arguments}, Handlers, _) ->
    placed(added(Handler, Arguments, false), Handlers, fun(Failure) -> Failure end);
requested({add_sup_handler, Handler, Arguments, Supervisor}, Handlers, _) ->
    placed(added(Handler, Arguments, linked(Supervisor)), Handlers, fun(Failure) -> Failure end);
requested({delete_handler, Handler, Arguments}, Handlers, _) ->
    case found(Handler, Handlers) of
        {_, Found, _} = Parts ->
            Result = terminated(Found, Arguments),
            tell(Found, normal),
            {Result, without(Parts), false};
        none ->
            {{error, module_not_found}, Handlers, false}
    end;
requested({swap_handler, {Old, Arguments}, New}, Handlers, _) ->
    swapped(Old, Arguments, New, keep, Handlers);
requested({swap_sup_handler, {Old, Arguments}, New, Supervisor}, Handlers, _) ->
    swapped(Old, Arguments, New, Supervisor, Handlers);
requested({call, Handler, Query}, Handlers, Manager) ->
    case found(Handler, Handlers) of
        {Before, Found, After} ->
            {Reply, Left, Hibernate} = answered(Found, Query, Manager),
            {Reply, Before ++ Left ++ After, Hibernate};
        none ->
            {{error, bad_module}, Handlers, false}
    end;
requested(which_handlers, Handlers, _) ->
    {[name(Handler) || Handler <- Handlers], Handlers, false};
requested(_, _, _) ->
    no_request.

placed({ok, Handler, Hibernate}, Handlers, _) -> {ok, [Handler | Handlers], Hibernate};
placed({failed, Failure}, Handlers, Reply) -> {Reply(Failure), Handlers, false}.

added(Name, Arguments, Supervisor) ->
    #handler{module = Module} = Handler = named(Name),
    case catch Module:init(Arguments) of
        {ok, State} -> {ok, Handler#handler{state = State, supervised = Supervisor}, false};
        {ok, State, hibernate} -> {ok, Handler#handler{state = State, supervised = Supervisor}, true};
        Failure -> {failed, Failure}
    end.

linked(Supervisor) ->
    link(Supervisor),
    Supervisor.

%% In place of an old handler, or of none. Wanted is a supervisor, or `keep` for that of the old handler.
swapped(Old, Arguments, {New, NewArguments}, Wanted, Handlers) ->
    {Result, OldSupervisor, Left} =
        case found(Old, Handlers) of
            {_, #handler{supervised = Its} = Found, _} = Parts -> {terminated(Found, Arguments), Its, without(Parts)};
            none -> {error, false, Handlers}
        end,
    Supervisor =
        case Wanted of
            keep -> OldSupervisor;
            _ -> linked(Wanted)
        end,
    Added = added(New, {NewArguments, Result}, Supervisor),
    tell(Old, OldSupervisor, {swapped, New, Supervisor}),
    placed(Added, Left, fun(Failure) -> {error, Failure} end).

%% Calling handlers: which are left, and whether one of them wants to hibernate.

notified(Function, Event, Handlers, Manager) ->
    lists:foldr(fun({Left, Hibernate}, {Others, Any}) -> {Left ++ Others, Hibernate orelse Any} end, {[], false},
                [one_notified(Function, Event, Handler, Manager) || Handler <- Handlers]).

one_notified(handle_info, Message, #handler{module = Module} = Handler, Manager) ->
    case erlang:function_exported(Module, handle_info, 2) of
        true ->
            done(catch Module:handle_info(Message, Handler#handler.state), Message, Handler, Manager);
        false ->
            error_logger:warning_msg("** Undefined handle_info in ~tp~n** Unhandled message: ~tp~n", [Module, Message]),
            {[Handler], false}
    end;
one_notified(handle_event, Event, #handler{module = Module, state = State} = Handler, Manager) ->
    done(catch Module:handle_event(Event, State), Event, Handler, Manager).

done({ok, State}, _, Handler, _) ->
    {[Handler#handler{state = State}], false};
done({ok, State, hibernate}, _, Handler, _) ->
    {[Handler#handler{state = State}], true};
done({swap_handler, Arguments, State, New, NewArguments}, Event, Handler, Manager) ->
    replaced(Handler#handler{state = State}, Arguments, New, NewArguments, Event, Manager);
done(remove_handler, _, Handler, _) ->
    _ = terminated(Handler, remove_handler),
    tell(Handler, normal),
    {[], false};
done(Else, Event, Handler, Manager) ->
    failed(Else, Event, Handler, Manager).

failed(Else, Event, Handler, Manager) ->
    _ = terminated(Handler, {error, Else}),
    report(Handler, Else, Event, Manager),
    tell(Handler, Else),
    {[], false}.

answered(#handler{module = Module, state = State} = Handler, Query, Manager) ->
    {Reply, Result} =
        case catch Module:handle_call(Query, State) of
            {ok, Answer, NewState} -> {Answer, {ok, NewState}};
            {ok, Answer, NewState, hibernate} -> {Answer, {ok, NewState, hibernate}};
            {swap_handler, Answer, Arguments, NewState, New, NewArguments} ->
                {Answer, {swap_handler, Arguments, NewState, New, NewArguments}};
            {remove_handler, Answer} -> {Answer, remove_handler};
            Else -> {{error, Else}, {wrong, Else}}
        end,
    {Left, Hibernate} =
        case Result of
            {wrong, Wrong} -> failed(Wrong, Query, Handler, Manager);
            _ -> done(Result, Query, Handler, Manager)
        end,
    {Reply, Left, Hibernate}.

%% A handler has put another one in its place.
replaced(#handler{supervised = Supervisor} = Handler, Arguments, New, NewArguments, Event, Manager) ->
    Result = terminated(Handler, Arguments),
    tell(Handler, {swapped, New, Supervisor}),
    case added(New, {NewArguments, Result}, Supervisor) of
        {ok, Added, Hibernate} ->
            {[Added], Hibernate};
        {failed, Failure} ->
            Failed = (named(New))#handler{state = {error, Failure}, supervised = Supervisor},
            report(Failed, crash, Event, Manager),
            tell(Failed, crash),
            {[], false}
    end.

%% What terminate/2 returned, if there is one.
terminated(#handler{module = Module, state = State}, Arguments) ->
    case erlang:function_exported(Module, terminate, 2) of
        true -> catch Module:terminate(Arguments, State);
        false -> ok
    end.

tell(#handler{supervised = Supervisor} = Handler, Reason) ->
    tell(name(Handler), Supervisor, Reason).

tell(_, false, _) ->
    ok;
tell(Name, Supervisor, Reason) ->
    Supervisor ! {gen_event_EXIT, Name, Reason},
    ok.

%% Handlers as data.

named({Module, Id}) -> #handler{module = Module, id = Id};
named(Module) -> #handler{module = Module}.

name(#handler{module = Module, id = false}) -> Module;
name(#handler{module = Module, id = Id}) -> {Module, Id}.

%% The first of that name, and those before and after it.
found(Name, Handlers) ->
    #handler{module = Module, id = Id} = named(Name),
    IsOther = fun(#handler{module = Its, id = ItsId}) -> {Its, ItsId} =/= {Module, Id} end,
    case lists:splitwith(IsOther, Handlers) of
        {Before, [Found | After]} -> {Before, Found, After};
        {_, []} -> none
    end.

without({Before, _, After}) -> Before ++ After.

%% The end. Supervisors of handlers are told by messages, not by their links.

terminate(Reason, #manager{parent = Parent}, Handlers) ->
    lists:foreach(fun(Handler) ->
                      _ = terminated(Handler, stop),
                      tell(Handler, shutdown)
                  end, Handlers),
    _ = [unlink(Pid) || #handler{supervised = Pid} <- Handlers, is_pid(Pid), Pid =/= Parent],
    exit(Reason).

%% Reports of handlers that failed.

report(Handler, Failure, Event, #manager{name = Name}) ->
    Reason = reason(Failure),
    error_logger:error_msg("** gen_event handler ~tp crashed.~n** Was installed in ~tp~n** Last event was: ~tp~n"
                           "** When handler state == ~tp~n** Reason == ~tp~n",
                           [name(Handler), Name, Event, shown_at_end(Handler, Reason, Event), Reason]).

reason({'EXIT', {undef, [{Module, Function, Arguments, _} = Call | Trace]}}) when is_list(Arguments) ->
    case {code:is_loaded(Module), erlang:function_exported(Module, Function, length(Arguments))} of
        {false, _} -> {'module could not be loaded', [Call | Trace]};
        {_, false} -> {'function not exported', [Call | Trace]};
        _ -> {undef, [Call | Trace]}
    end;
reason({'EXIT', Reason}) -> Reason;
reason(Reason) -> Reason.

shown_at_end(#handler{state = State} = Handler, Reason, Event) ->
    shown(Handler, terminate, #{state => State, message => Event, reason => Reason}).

%% The state of a handler as its module wants it to be seen.
shown(#handler{module = Module, state = State}, Option, Status) ->
    try {erlang:function_exported(Module, format_status, 1), erlang:function_exported(Module, format_status, 2)} of
        {true, _} -> map_get(state, Module:format_status(Status));
        {false, true} -> Module:format_status(Option, [get(), State]);
        _ -> State
    catch
        _:_ -> State
    end.

%% System messages.

system_continue(Parent, Debug, {Manager, Handlers, Hibernate}) ->
    loop(Manager#manager{parent = Parent, debug = Debug}, Handlers, Hibernate).

system_terminate(Reason, _, _, {Manager, Handlers, _}) ->
    terminate(Reason, Manager, Handlers).

system_code_change({Manager, Handlers, Hibernate}, Module, OldVersion, Extra) ->
    Changed = [code_changed(Handler, Module, OldVersion, Extra) || Handler <- Handlers],
    {ok, {Manager, Changed, Hibernate}}.

code_changed(#handler{module = Module, state = State} = Handler, Module, OldVersion, Extra) ->
    {ok, NewState} = Module:code_change(OldVersion, State, Extra),
    Handler#handler{state = NewState};
code_changed(Handler, _, _, _) ->
    Handler.

system_get_state({_, Handlers, _}) ->
    {ok, [seen(Handler) || Handler <- Handlers]}.

seen(#handler{module = Module, id = Id, state = State}) -> {Module, Id, State}.

%% What changes more than the state of a handler changes nothing.
system_replace_state(Fun, {Manager, Handlers, Hibernate}) ->
    Replaced = [with_new_state(Fun, Handler) || Handler <- Handlers],
    {ok, [seen(Handler) || Handler <- Replaced], {Manager, Replaced, Hibernate}}.

with_new_state(Fun, #handler{module = Module, id = Id} = Handler) ->
    try Fun(seen(Handler)) of
        {Module, Id, State} -> Handler#handler{state = State};
        _ -> Handler
    catch
        _:_ -> Handler
    end.

format_status(Option, [_, System, Parent, Debug, {#manager{name = Name}, Handlers, _}]) ->
    Log = sys:get_log(Debug),
    Shown = [Handler#handler{state = shown(Handler, Option, #{state => Handler#handler.state, log => Log})}
             || Handler <- Handlers],
    [{header, lists:concat(["Status for event handler ", header_name(Name)])},
     {data, [{"Status", System}, {"Logged Events", Log}, {"Parent", Parent}]},
     {items, {"Installed handlers", Shown}}].

header_name(Name) when is_pid(Name) -> pid_to_list(Name);
header_name(Name) when is_atom(Name) -> Name;
header_name(Name) -> lists:flatten(io_lib:format("~tp", [Name])).
