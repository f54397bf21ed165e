%% State machines: processes that handle event after event as their state says.
%%
%% An event is {Type, Content}. The type is {call, From}, cast, info, internal, or the name of a time-out: timeout,
%% state_timeout or {timeout, Name}. Events come from the mailbox, from actions, from what was postponed, and from
%% time-outs; what is known of one event while it is handled is a #turn{}.
%%
%% Invariant: an event that is inserted comes before what was postponed, that before what was queued, all of that before
%% time-outs of no time, and those before the mailbox.
%% Invariant: a timer that was cancelled, or set anew, sends no event any more.
%% Invariant: terminate/3 is called before the process ends, whatever the reason but a signal it does not trap.
-module(gen_statem).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3, call/2, call/3,
         cast/2, reply/1, reply/2, enter_loop/4, enter_loop/5, enter_loop/6]).
-export([send_request/2, send_request/4, wait_response/1, wait_response/2, wait_response/3, receive_response/1,
         receive_response/2, receive_response/3, check_response/2, check_response/3, reqids_new/0, reqids_size/1,
         reqids_add/3, reqids_to_list/1]).
-export([init_it/6, wake_hib/1, system_continue/3, system_terminate/4, system_code_change/4, system_get_state/1,
         system_replace_state/2, format_status/2]).

-export_type([event_type/0, from/0, state/0, data/0, action/0, callback_mode_result/0, init_result/1,
              event_handler_result/1, state_enter_result/1, reply_action/0]).

-type from() :: {pid(), term()}.
-type state() :: term().
-type data() :: term().
-type action() :: term().
-type reply_action() :: {reply, from(), term()}.
-type event_type() :: {call, from()} | cast | info | internal | timeout | state_timeout | {timeout, term()}.
-type callback_mode_result() :: atom() | [atom()].
-type init_result(State) :: {ok, State, data()} | {ok, State, data(), [action()] | action()} | ignore |
                            {stop | error, term()}.
-type event_handler_result(State) :: {next_state, State, data()} | term().
-type state_enter_result(State) :: {next_state, State, data()} | term().

-callback init(Args :: term()) -> init_result(state()).
-callback callback_mode() -> callback_mode_result().
-callback state_name(event_type() | enter, Content :: term(), data()) -> event_handler_result(atom()).
-callback handle_event(event_type() | enter, Content :: term(), state(), data()) -> event_handler_result(state()).
-callback terminate(Reason :: term(), state(), data()) -> term().
-callback code_change(OldVersion :: term(), state(), data(), Extra :: term()) -> {ok, state(), data()} | term().
-callback format_status(Option :: term(), Status :: [term()]) -> term().
-callback format_status(Status :: map()) -> map().
-optional_callbacks([format_status/1, format_status/2, terminate/3, code_change/4, state_name/3, handle_event/4]).

%% What stays as it is from event to event, mostly. The first of the modules is the one that is called.
-record(machine, {parent, name, modules, mode = state_functions, enters = false, debug, hibernate_after}).
%% Where it is. Timers are Type => {Timer, Content}, with zero for one that runs no timer; those are in `zeros`, in the
%% order in which they will be events. What was postponed last is first.
-record(at, {state, data, postponed = [], timers = #{}, zeros = []}).
%% The handling of an event: kind is init, event or enter (a state that is entered while the event is handled), state
%% and data are what they will be; entered says whether the state is still to be called, previous from where it was
%% entered. Time-outs and inserted events have the newest first.
-record(turn, {kind = event, event, queue = [], machine, at, state, data, entered = false, previous, postpone = false,
               hibernate = false, timeouts = [], inserted = []}).

-define(IS_TIMEOUT_TYPE(Type),
        (Type =:= timeout orelse Type =:= state_timeout orelse
         tuple_size(Type) =:= 2 andalso element(1, Type) =:= timeout)).

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

stop(Machine) ->
    gen:stop(Machine).

stop(Machine, Reason, Timeout) ->
    gen:stop(Machine, Reason, Timeout).

%% Talking to a machine.

call(Machine, Request) ->
    call(Machine, Request, infinity).

%% Answers that come too late are dropped by the alias of the call, so both kinds of time-out are clean.
call(Machine, Request, Timeout) ->
    Time =
        case Timeout of
            {clean_timeout, Clean} -> Clean;
            {dirty_timeout, Dirty} -> Dirty;
            _ -> Timeout
        end,
    try gen:call(Machine, '$gen_call', Request, Time) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, [Machine, Request, Timeout]}})
    end.

cast({global, Name}, Content) ->
    catch global:send(Name, {'$gen_cast', Content}),
    ok;
cast({via, Module, Name}, Content) ->
    catch Module:send(Name, {'$gen_cast', Content}),
    ok;
cast(Machine, Content) when is_atom(Machine); is_pid(Machine); tuple_size(Machine) =:= 2 ->
    catch erlang:send(Machine, {'$gen_cast', Content}),
    ok.

reply({reply, From, Reply}) ->
    reply(From, Reply);
reply(Replies) when is_list(Replies) ->
    lists:foreach(fun({reply, From, Reply}) -> reply(From, Reply) end, Replies).

reply(From, Reply) ->
    gen:reply(From, Reply).

%% Requests that are answered later, one by one or as a collection.

send_request(Machine, Request) ->
    gen:send_request(Machine, '$gen_call', Request).

send_request(Machine, Request, Label, Requests) when is_map(Requests) ->
    gen:send_request(Machine, '$gen_call', Request, Label, Requests).

wait_response(Request) ->
    wait_response(Request, infinity).

wait_response(Request, Timeout) ->
    valid(is_timeout(Timeout), [Request, Timeout]),
    gen:wait_response(Request, Timeout).

wait_response(Requests, Timeout, Delete) when is_map(Requests), is_boolean(Delete) ->
    valid(is_timeout(Timeout), [Requests, Timeout, Delete]),
    gen:wait_response(Requests, Timeout, Delete).

receive_response(Request) ->
    receive_response(Request, infinity).

receive_response(Request, Timeout) ->
    valid(is_timeout(Timeout), [Request, Timeout]),
    gen:receive_response(Request, Timeout).

receive_response(Requests, Timeout, Delete) when is_map(Requests), is_boolean(Delete) ->
    valid(is_timeout(Timeout), [Requests, Timeout, Delete]),
    gen:receive_response(Requests, Timeout, Delete).

is_timeout(infinity) -> true;
is_timeout({abs, Time}) -> is_integer(Time);
is_timeout(Time) -> is_integer(Time) andalso Time >= 0.

check_response(Message, Request) ->
    valid(is_reference(Request), [Message, Request]),
    gen:check_response(Message, Request).

check_response(Message, Requests, Delete) when is_map(Requests), is_boolean(Delete) ->
    gen:check_response(Message, Requests, Delete).

reqids_new() -> gen:reqids_new().

reqids_size(Requests) -> gen:reqids_size(Requests).

reqids_add(Request, Label, Requests) -> gen:reqids_add(Request, Label, Requests).

reqids_to_list(Requests) -> gen:reqids_to_list(Requests).

valid(true, _) -> ok;
valid(false, Arguments) -> erlang:error(badarg, Arguments).

%% The new process.

init_it(Starter, self, Name, Module, Arguments, Options) ->
    init_it(Starter, self(), Name, Module, Arguments, Options);
init_it(Starter, Parent, FullName, Module, Arguments, Options) ->
    Machine = machine(Parent, gen:name(FullName), Module, Options),
    case tried(fun() -> Module:init(Arguments) end) of
        {ok, {ok, State, Data}} -> begun(Starter, Machine, State, Data, []);
        {ok, {ok, State, Data, Actions}} -> begun(Starter, Machine, State, Data, Actions);
        {ok, {stop, Reason}} -> not_begun(Starter, FullName, {error, Reason}, {exit, Reason});
        {ok, {error, Reason}} -> not_begun(Starter, FullName, {error, Reason}, {exit, normal});
        {ok, ignore} -> not_begun(Starter, FullName, ignore, {exit, normal});
        {ok, Else} ->
            Reason = {bad_return_from_init, Else},
            report(error, Reason, [], Machine, #at{}, []),
            not_begun(Starter, FullName, {error, Reason}, {exit, Reason});
        {Class, Reason, Trace} ->
            report(Class, Reason, Trace, Machine, #at{}, []),
            not_begun(Starter, FullName, {error, Reason}, {Class, Reason, Trace})
    end.

machine(Parent, Name, Module, Options) ->
    #machine{parent = Parent, name = Name, modules = [Module], debug = gen:debug_options(Name, Options),
             hibernate_after = gen:hibernate_after(Options)}.

begun(Starter, Machine, State, Data, Actions) ->
    proc_lib:init_ack(Starter, {ok, self()}),
    first(Machine, State, Data, Actions).

%% The name is free again before the starter hears of it.
not_begun(Starter, FullName, ignore, {exit, normal}) ->
    gen:unregister_name(FullName),
    proc_lib:init_ack(Starter, ignore),
    exit(normal);
not_begun(Starter, FullName, Result, Exception) ->
    gen:unregister_name(FullName),
    proc_lib:init_fail(Starter, Result, Exception).

enter_loop(Module, Options, State, Data) ->
    enter_loop(Module, Options, State, Data, self(), []).

enter_loop(Module, Options, State, Data, Name) when is_tuple(Name); is_pid(Name) ->
    enter_loop(Module, Options, State, Data, Name, []);
enter_loop(Module, Options, State, Data, Actions) ->
    enter_loop(Module, Options, State, Data, self(), Actions).

enter_loop(Module, Options, State, Data, FullName, Actions) when is_atom(Module), is_list(Options) ->
    Name = gen:get_proc_name(FullName),
    first(machine(gen:get_parent(), Name, Module, Options), State, Data, Actions).

%% The first state is entered as if an event had led to it.
first(#machine{modules = [Module]} = Machine, State, Data, Actions) ->
    Turn = #turn{kind = init, event = {internal, init_state}, machine = debugged(Machine, {enter, Module, State}),
                 at = #at{state = State, data = Data}, state = State, data = Data, entered = true, previous = State},
    acted(Actions, in_module([Module], Turn)).

%% Which mode a module is called in, and whether for states that are entered. It takes the place of those before.
in_module([Module | _] = Modules, #turn{machine = Machine} = Turn) ->
    case tried(fun() -> Module:callback_mode() end) of
        {ok, Result} ->
            case mode(Result) of
                {Mode, Enters} -> Turn#turn{machine = Machine#machine{modules = Modules, mode = Mode, enters = Enters}};
                bad -> failed({bad_return_from_callback_mode, Result}, Turn)
            end;
        {Class, Reason, Trace} -> terminate(Class, Reason, Trace, Turn)
    end.

mode(Mode) when is_atom(Mode) -> mode([Mode]);
mode(Modes) ->
    try {lists:member(state_enter, Modes), lists:usort(Modes) -- [state_enter]} of
        {Enters, [Mode]} when Mode =:= state_functions; Mode =:= handle_event_function -> {Mode, Enters};
        _ -> bad
    catch
        error:_ -> bad
    end.

%% What is next: what is queued, then time-outs of no time, then the mailbox.

next([Event | Queue], Machine, At, Hibernate) ->
    Hibernate andalso garbage_collect(),
    handle(Event, Queue, Machine, At);
next([], Machine, #at{zeros = [Type | _], timers = Timers} = At, Hibernate) ->
    Hibernate andalso garbage_collect(),
    #{Type := {zero, Content}} = Timers,
    arrived({Type, Content}, Machine, cancelled(Type, At));
next([], Machine, At, true) ->
    proc_lib:hibernate(?MODULE, wake_hib, [{Machine, At}]);
next([], #machine{hibernate_after = After} = Machine, At, false) ->
    receive
        Message -> received(Message, Machine, At, false)
    after After -> next([], Machine, At, true)
    end.

wake_hib({Machine, At}) ->
    receive
        Message -> received(Message, Machine, At, true)
    end.

received({'$gen_call', From, Request}, Machine, At, _) ->
    arrived({{call, From}, Request}, Machine, At);
received({'$gen_cast', Content}, Machine, At, _) ->
    arrived({cast, Content}, Machine, At);
received({timeout, Timer, Type} = Message, Machine, #at{timers = Timers} = At, _) ->
    case Timers of
        #{Type := {Timer, Content}} -> arrived({Type, Content}, Machine, At#at{timers = maps:remove(Type, Timers)});
        #{} -> arrived({info, Message}, Machine, At)
    end;
received({system, From, Request}, #machine{parent = Parent, debug = Debug} = Machine, At, Hibernate) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, {Machine, At, Hibernate}, Hibernate);
received({'EXIT', Parent, Reason} = Message, #machine{parent = Parent} = Machine, At, _) ->
    terminate(exit, Reason, [], Machine, At, [{info, Message}]);
received(Message, Machine, At, _) ->
    arrived({info, Message}, Machine, At).

arrived(Event, Machine, #at{state = State} = At) ->
    handle(Event, [], debugged(Machine, {in, Event, State}), At).

%% Handling an event. Whatever it is, the machine waits no longer for there being none.

handle({Type, Content} = Event, Queue, Machine, Before) ->
    #at{state = State, data = Data} = At = cancelled(timeout, Before),
    result(called(Type, Content, State, Data, Machine),
           #turn{event = Event, queue = Queue, machine = Machine, at = At, state = State, data = Data}).

called(Type, Content, State, Data, #machine{modules = [Module | _], mode = state_functions}) ->
    tried(fun() -> Module:State(Type, Content, Data) end);
called(Type, Content, State, Data, #machine{modules = [Module | _], mode = handle_event_function}) ->
    tried(fun() -> Module:handle_event(Type, Content, State, Data) end).

tried(Fun) ->
    try
        {ok, Fun()}
    catch
        throw:Value -> {ok, Value};
        Class:Reason:Trace -> {Class, Reason, Trace}
    end.

result({Class, Reason, Trace}, Turn) -> terminate(Class, Reason, Trace, Turn);
result({ok, Result}, Turn) ->
    case Result of
        keep_state_and_data -> acted([], Turn);
        {keep_state_and_data, Actions} -> acted(Actions, Turn);
        {keep_state, NewData} -> acted([], Turn#turn{data = NewData});
        {keep_state, NewData, Actions} -> acted(Actions, Turn#turn{data = NewData});
        {next_state, NewState, NewData} -> led_to(NewState, NewData, [], Result, Turn);
        {next_state, NewState, NewData, Actions} -> led_to(NewState, NewData, Actions, Result, Turn);
        repeat_state_and_data -> acted([], again(Turn));
        {repeat_state_and_data, Actions} -> acted(Actions, again(Turn));
        {repeat_state, NewData} -> acted([], again(Turn#turn{data = NewData}));
        {repeat_state, NewData, Actions} -> acted(Actions, again(Turn#turn{data = NewData}));
        stop -> terminate(exit, normal, [], Turn);
        {stop, Reason} -> terminate(exit, Reason, [], Turn);
        {stop, Reason, NewData} -> terminate(exit, Reason, [], Turn#turn{data = NewData});
        {stop_and_reply, Reason, Replies} -> stopped(Reason, Replies, Turn);
        {stop_and_reply, Reason, Replies, NewData} -> stopped(Reason, Replies, Turn#turn{data = NewData});
        _ -> failed({bad_return_from_state_function, Result}, Turn)
    end.

led_to(State, Data, Actions, _, #turn{state = State} = Turn) -> acted(Actions, Turn#turn{data = Data});
led_to(_, _, _, Result, #turn{kind = enter} = Turn) ->
    failed({bad_state_enter_return_from_state_function, Result}, Turn);
led_to(NewState, NewData, Actions, _, #turn{state = State} = Turn) ->
    acted(Actions, Turn#turn{state = NewState, data = NewData, entered = true, previous = State}).

%% A state that is repeated while it is entered is entered from where it was.
again(#turn{kind = enter} = Turn) -> Turn#turn{entered = true};
again(#turn{state = State} = Turn) -> Turn#turn{entered = true, previous = State}.

stopped(Reason, [], Turn) ->
    terminate(exit, Reason, [], Turn);
stopped(Reason, [{reply, From, Reply} | Replies], Turn) ->
    stopped(Reason, Replies, replied(From, Reply, Turn));
stopped(_, [Bad | _], Turn) ->
    failed({bad_reply_action_from_state_function, Bad}, Turn);
stopped(Reason, Reply, Turn) ->
    stopped(Reason, [Reply], Turn).

replied(From, Reply, #turn{machine = Machine} = Turn) ->
    gen:reply(From, Reply),
    Turn#turn{machine = debugged(Machine, {out, Reply, From})}.

%% Actions, in the order they are given.

acted([], Turn) -> moved(Turn);
acted([Action | Actions], Turn) -> acted(Actions, act(Action, Turn));
acted(Action, Turn) -> acted([Action], Turn).

act(postpone, Turn) ->
    act_postponing(true, postpone, Turn);
act({postpone, Flag} = Action, Turn) when is_boolean(Flag) ->
    act_postponing(Flag, Action, Turn);
act(hibernate, Turn) ->
    Turn#turn{hibernate = true};
act({hibernate, Flag}, Turn) when is_boolean(Flag) ->
    Turn#turn{hibernate = Flag};
act({reply, {_, _} = From, Reply}, Turn) ->
    replied(From, Reply, Turn);
act({next_event, _, _} = Action, #turn{kind = enter} = Turn) ->
    failed({bad_state_enter_action_from_state_function, Action}, Turn);
act({next_event, Type, Content} = Action, #turn{state = State, machine = Machine, inserted = Inserted} = Turn) ->
    case is_event_type(Type) of
        true -> Turn#turn{inserted = [{Type, Content} | Inserted],
                          machine = debugged(Machine, {in, {Type, Content}, State})};
        false -> failed({bad_action_from_state_function, Action}, Turn)
    end;
act({change_callback_module, Module}, #turn{machine = #machine{modules = [_ | Below]}} = Turn) when is_atom(Module) ->
    in_module([Module | Below], Turn);
act({push_callback_module, Module}, #turn{machine = #machine{modules = Modules}} = Turn) when is_atom(Module) ->
    in_module([Module | Modules], Turn);
act(pop_callback_module, #turn{machine = #machine{modules = [_ | [_ | _] = Below]}} = Turn) ->
    in_module(Below, Turn);
act(Action, #turn{timeouts = Timeouts} = Turn) ->
    case timeout_of(Action) of
        bad -> failed({bad_action_from_state_function, Action}, Turn);
        Timeout -> Turn#turn{timeouts = [Timeout | Timeouts]}
    end.

%% There is no event to postpone when a machine begins.
act_postponing(true, Action, #turn{kind = enter} = Turn) ->
    failed({bad_state_enter_action_from_state_function, Action}, Turn);
act_postponing(_, _, #turn{kind = init} = Turn) -> Turn;
act_postponing(Flag, _, Turn) -> Turn#turn{postpone = Flag}.

is_event_type({call, {_, _}}) -> true;
is_event_type(Type) when ?IS_TIMEOUT_TYPE(Type) -> true;
is_event_type(Type) -> lists:member(Type, [cast, info, internal]).

%% A time-out as {Type, Time, Content, Options}, {Type, update, Content} or {Type, cancel}.
timeout_of(Time) when is_integer(Time); Time =:= infinity -> timeout_of({timeout, Time, Time});
timeout_of({Type, cancel}) when ?IS_TIMEOUT_TYPE(Type) -> {Type, cancel};
timeout_of({Type, update, Content}) when ?IS_TIMEOUT_TYPE(Type) -> {Type, update, Content};
timeout_of({Type, Time, Content}) -> timeout_of({Type, Time, Content, []});
timeout_of({Type, Time, Content, {abs, _} = Option}) -> timeout_of({Type, Time, Content, [Option]});
timeout_of({Type, Time, Content, Options}) when ?IS_TIMEOUT_TYPE(Type), is_list(Options) ->
    case is_absolute(Options, false) of
        bad -> bad;
        _ when Time =:= infinity -> {Type, cancel};
        true when is_integer(Time) -> {Type, Time, Content, [{abs, true}]};
        false when is_integer(Time), Time >= 0 -> {Type, Time, Content, []};
        _ -> bad
    end;
timeout_of(_) -> bad.

is_absolute([], Flag) -> Flag;
is_absolute([{abs, Flag} | Options], _) when is_boolean(Flag) -> is_absolute(Options, Flag);
is_absolute(_, _) -> bad.

%% When all actions are done: the state is called if it is entered, then events and timers are put in order.

moved(#turn{entered = true, machine = #machine{enters = true} = Machine} = Turn) ->
    #turn{previous = Previous, state = State, data = Data} = Turn,
    result(called(enter, Previous, State, Data, Machine), Turn#turn{kind = enter, entered = false});
moved(#turn{event = Event, queue = Queue, at = #at{state = Old} = At, state = State, data = Data} = Turn) ->
    {Done, Postponed} =
        case Turn#turn.postpone of
            true -> {postpone, [Event | At#at.postponed]};
            false -> {consume, At#at.postponed}
        end,
    {NewQueue, NewAt} =
        case State of
            Old -> {Queue, At#at{postponed = Postponed}};
            _ -> {lists:reverse(Postponed, Queue), (cancelled(state_timeout, At))#at{postponed = []}}
        end,
    timed(lists:reverse(Turn#turn.inserted, NewQueue), Turn#turn.timeouts, Turn#turn.hibernate,
          debugged(Turn#turn.machine, {Done, Event, Old, State}), NewAt#at{state = State, data = Data}).

%% Of the time-outs of a type the last one counts.

timed(Queue, Timeouts, Hibernate, Machine, #at{zeros = Before} = At) ->
    {NewMachine, NewAt} = set(Timeouts, [], Queue =/= [], Machine, At#at{zeros = []}),
    Still = [Type || Type <- Before, not is_set(Type, Timeouts), is_map_key(Type, NewAt#at.timers)],
    next(Queue, NewMachine, NewAt#at{zeros = Still ++ NewAt#at.zeros}, Hibernate).

%% Whether a time-out that was to come at once lost its place, which to be updated does not take from it.
is_set(Type, Timeouts) ->
    case lists:keyfind(Type, 1, Timeouts) of
        false -> false;
        {_, update, _} -> false;
        _ -> true
    end.

set([], _, _, Machine, At) ->
    {Machine, At};
set([Timeout | Timeouts], Types, IsQueued, Machine, At) ->
    Type = element(1, Timeout),
    case lists:member(Type, Types) of
        true -> set(Timeouts, Types, IsQueued, Machine, At);
        false when Type =:= timeout, IsQueued -> set(Timeouts, [Type | Types], IsQueued, Machine, At);
        false ->
            {NewMachine, NewAt} = set_one(Timeout, Machine, At),
            set(Timeouts, [Type | Types], IsQueued, NewMachine, NewAt)
    end.

set_one({Type, cancel}, Machine, At) ->
    {Machine, cancelled(Type, At)};
set_one({Type, update, Content}, Machine, #at{timers = Timers} = At) ->
    case Timers of
        #{Type := {Timer, _}} -> {Machine, At#at{timers = Timers#{Type := {Timer, Content}}}};
        #{} -> {Machine, at_once(Type, Content, At)}
    end;
set_one({Type, Time, Content, Options} = Timeout, Machine, #at{state = State} = Before) ->
    At = cancelled(Type, Before),
    NewMachine = debugged(Machine, {start_timer, Timeout, State}),
    case {Time, Options} of
        {0, []} -> {NewMachine, at_once(Type, Content, At)};
        _ ->
            Timer = erlang:start_timer(Time, self(), Type, Options),
            {NewMachine, At#at{timers = (At#at.timers)#{Type => {Timer, Content}}}}
    end.

at_once(Type, Content, #at{timers = Timers, zeros = Zeros} = At) ->
    At#at{timers = Timers#{Type => {zero, Content}}, zeros = [Type | Zeros]}.

cancelled(Type, #at{timers = Timers, zeros = Zeros} = At) ->
    case Timers of
        #{Type := {zero, _}} -> At#at{timers = maps:remove(Type, Timers), zeros = lists:delete(Type, Zeros)};
        #{Type := {Timer, _}} ->
            _ = erlang:cancel_timer(Timer) =:= false andalso flushed(Timer),
            At#at{timers = maps:remove(Type, Timers)};
        #{} -> At
    end.

flushed(Timer) ->
    receive
        {timeout, Timer, _} -> true
    after 0 -> false
    end.

%% Ending.

failed(Reason, Turn) ->
    try
        erlang:error(Reason)
    catch
        error:Reason:Trace -> terminate(error, Reason, Trace, Turn)
    end.

terminate(Class, Reason, Trace, #turn{machine = Machine, at = At, state = State, data = Data} = Turn) ->
    terminate(Class, Reason, Trace, Machine, At#at{state = State, data = Data}, [Turn#turn.event | Turn#turn.queue]).

terminate(Class, Reason, Trace, #machine{modules = [Module | _]} = Machine, At, Events) ->
    #at{state = State, data = Data} = At,
    Ended =
        case erlang:function_exported(Module, terminate, 3) of
            true -> tried(fun() -> Module:terminate(Reason, State, Data) end);
            false -> {ok, ok}
        end,
    case Ended of
        {ok, _} ->
            _ = debugged(Machine, {terminate, Reason, State}),
            report(Class, Reason, Trace, Machine, At, Events),
            ended(Class, Reason, Trace);
        {NewClass, NewReason, NewTrace} ->
            report(NewClass, NewReason, NewTrace, Machine, At, Events),
            erlang:raise(NewClass, NewReason, NewTrace)
    end.

ended(exit, Reason, []) -> exit(Reason);
ended(Class, Reason, Trace) -> erlang:raise(Class, Reason, Trace).

report(exit, normal, _, _, _, _) -> ok;
report(exit, shutdown, _, _, _, _) -> ok;
report(exit, {shutdown, _}, _, _, _, _) -> ok;
report(Class, Reason, Trace, #machine{name = Name, modules = Modules} = Machine, At, Events) ->
    Facts = status_of(terminate, #{reason => {Class, Reason, Trace}, queue => Events}, Machine, At),
    #{shown := State, queue := Queue, postponed := Postponed, timeouts := Timeouts, log := Log,
      reason := {ShownClass, ShownReason, ShownTrace}} = Facts,
    Lines = [event_line(Queue), {"** When server state  = ~tp~n", [State]},
             {"** Reason for termination = ~w:~tp~n", [ShownClass, explained(ShownReason, ShownTrace)]},
             {"** Callback modules = ~tp~n", [Modules]}, {"** Callback mode = ~tp~n", [mode_shown(Machine)]},
             list_line("** Queued = ~tp~n", case Queue of [] -> []; [_ | Rest] -> Rest end),
             list_line("** Postponed = ~tp~n", Postponed), list_line("** Stacktrace =~n**  ~tp~n", ShownTrace),
             case Timeouts of [] -> none; _ -> {"** Time-outs: ~tp~n", [{length(Timeouts), Timeouts}]} end,
             list_line("** Log =~n**  ~tp~n", Log), client_line(Events)],
    {Formats, Arguments} = lists:unzip([Line || Line <- Lines, Line =/= none]),
    error_logger:format(lists:append(["** State machine ~tp terminating~n" | Formats]),
                        [Name | lists:append(Arguments)]).

event_line([]) -> none;
event_line([Event | _]) -> {"** Last event = ~tp~n", [Event]}.

list_line(_, []) -> none;
list_line(Format, List) -> {Format, [List]}.

client_line([{{call, {Pid, _}}, _} | _]) when Pid =:= self() -> {"** Client is the server itself~n", []};
client_line([{{call, {Pid, _}}, _} | _]) -> {"** Client ~tw~n", [Pid]};
client_line(_) -> none.

%% What is not there to be called is said in words.
explained(undef, [{Module, Function, Arguments, _} | _]) when is_list(Arguments) ->
    case erlang:module_loaded(Module) of
        true -> {'function not exported', {Module, Function, length(Arguments)}};
        false -> {'module could not be loaded', Module}
    end;
explained(Reason, _) -> Reason.

mode_shown(#machine{mode = Mode, enters = true}) -> [Mode, state_enter];
mode_shown(#machine{mode = Mode}) -> Mode.

%% Debugging.

debugged(#machine{debug = []} = Machine, _) -> Machine;
debugged(#machine{debug = Debug, name = Name} = Machine, Event) ->
    Machine#machine{debug = sys:handle_debug(Debug, fun print_event/3, Name, Event)}.

print_event(Device, {in, Event, State}, Name) ->
    io:format(Device, "*DBG* ~tp receive ~ts in state ~tp~n", [Name, event_text(Event), State]);
print_event(Device, {out, Reply, {To, _}}, Name) ->
    io:format(Device, "*DBG* ~tp send ~tp to ~tw~n", [Name, Reply, To]);
print_event(Device, {Done, Event, State, NextState}, Name) ->
    Next =
        case NextState of
            State -> io_lib:format("~tp", [State]);
            _ -> io_lib:format("~tp => ~tp", [State, NextState])
        end,
    io:format(Device, "*DBG* ~tp ~tw ~ts in state ~ts~n", [Name, Done, event_text(Event), Next]);
print_event(Device, {Done, What, State}, Name) ->
    case Done of
        terminate -> io:format(Device, "*DBG* ~tp terminate ~tp in state ~tp~n", [Name, What, State]);
        _ -> io:format(Device, "*DBG* ~tp ~tw ~tp in state ~tp~n", [Name, Done, What, State])
    end;
print_event(Device, Event, Name) ->
    io:format(Device, "*DBG* ~tp dbg ~tp~n", [Name, Event]).

event_text({{call, {Pid, _}}, Request}) -> io_lib:format("call ~tp from ~tw", [Request, Pid]);
event_text({Type, Content}) -> io_lib:format("~tw ~tp", [Type, Content]).

%% System messages.

system_continue(Parent, Debug, {Machine, At, Hibernate}) ->
    next([], Machine#machine{parent = Parent, debug = Debug}, At, Hibernate).

system_terminate(Reason, Parent, Debug, {Machine, At, _}) ->
    terminate(exit, Reason, [], Machine#machine{parent = Parent, debug = Debug}, At, []).

system_code_change({Machine, #at{state = State, data = Data} = At, Hibernate}, _, OldVersion, Extra) ->
    [Module | _] = Machine#machine.modules,
    case tried(fun() -> {Module:code_change(OldVersion, State, Data, Extra), mode(Module:callback_mode())} end) of
        {ok, {{ok, NewState, NewData}, {Mode, Enters}}} ->
            {ok, {Machine#machine{mode = Mode, enters = Enters}, At#at{state = NewState, data = NewData}, Hibernate}};
        {ok, {{ok, _, _}, bad}} -> bad_return_from_callback_mode;
        {ok, {Else, _}} -> Else;
        {Class, Reason, Trace} -> erlang:raise(Class, Reason, Trace)
    end.

system_get_state({_, #at{state = State, data = Data}, _}) ->
    {ok, {State, Data}}.

system_replace_state(Fun, {Machine, #at{state = State, data = Data} = At, Hibernate}) ->
    {NewState, NewData} = Result = Fun({State, Data}),
    {ok, Result, {Machine, At#at{state = NewState, data = NewData}, Hibernate}}.

format_status(Option, [_, System, Parent, Debug, {#machine{name = Name, modules = Modules} = Machine, At, _}]) ->
    #{shown := Shown, timeouts := Timeouts, log := Log, postponed := Postponed} =
        status_of(Option, #{queue => []}, Machine#machine{debug = Debug}, At),
    Header = lists:concat(["Status for state machine ", header_name(Name)]),
    Own =
        case Shown of
            List when is_list(List) -> List;
            _ -> [{data, [{"State", Shown}]}]
        end,
    [{header, Header},
     {data, [{"Status", System}, {"Parent", Parent}, {"Modules", Modules},
             {"Time-outs", {length(Timeouts), Timeouts}}, {"Logged Events", Log}, {"Postponed", Postponed}]}
     | Own].

header_name(Name) when is_pid(Name) -> pid_to_list(Name);
header_name(Name) when is_atom(Name) -> Name;
header_name(Name) -> lists:flatten(io_lib:format("~tp", [Name])).

%% What there is to be told of a machine, as its module wants it told; `shown` is its state and data.
status_of(Why, More, #machine{modules = [Module | _], debug = Debug}, #at{state = State, data = Data} = At) ->
    Timeouts = [{Type, Content} || {Type, {_, Content}} <- maps:to_list(At#at.timers)],
    Facts = More#{state => State, data => Data, postponed => At#at.postponed, timeouts => Timeouts,
                  log => sys:get_log(Debug)},
    case {erlang:function_exported(Module, format_status, 1), erlang:function_exported(Module, format_status, 2)} of
        {true, _} ->
            Told = told(fun() -> maps:merge(Facts, Module:format_status(Facts)) end,
                        Facts#{data := "gen_statem:format_status/1 crashed"}),
            Told#{shown => {maps:get(state, Told), maps:get(data, Told)}};
        {false, true} ->
            Crashed = {State, "gen_statem:format_status/2 crashed"},
            Facts#{shown => told(fun() -> Module:format_status(Why, [get(), State, Data]) end, Crashed)};
        _ -> Facts#{shown => {State, Data}}
    end.

told(Fun, Otherwise) ->
    try
        Fun()
    catch
        throw:Value -> Value;
        _:_ -> Otherwise
    end.
