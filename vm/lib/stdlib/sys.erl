%% System messages: looking into a process, holding, changing and ending it.
%%
%% A request is {system, {Caller, Tag}, Request}; a behaviour hands it to handle_system_msg/6,7, which answers and goes
%% on with Module:system_continue/3, or with Module:system_terminate/4. Debug options are a list of {Kind, State} with
%% the kinds trace, log, log_to_file, statistics and {Id, Fun}.
%%
%% Invariant: a held process answers system messages only; everything else stays in its mailbox.
%%
%% Absent on purpose: writing a log to a file.
-module(sys).

-export([suspend/1, suspend/2, resume/1, resume/2, get_state/1, get_state/2, get_status/1, get_status/2,
         replace_state/2, replace_state/3, change_code/4, change_code/5, terminate/2, terminate/3, log/2, log/3,
         trace/2, trace/3, statistics/2, statistics/3, no_debug/1, no_debug/2, install/2, install/3, remove/2,
         remove/3]).
-export([handle_system_msg/6, handle_system_msg/7, handle_debug/4, print_log/1, get_log/1, get_debug/3,
         debug_options/1, suspend_loop_hib/6]).

-define(DEFAULT_TIMEOUT, 5000).
-define(DEFAULT_LOG, 10).

%% Requests.

suspend(Name) -> suspend(Name, ?DEFAULT_TIMEOUT).
suspend(Name, Timeout) -> send(Name, suspend, Timeout).

resume(Name) -> resume(Name, ?DEFAULT_TIMEOUT).
resume(Name, Timeout) -> send(Name, resume, Timeout).

get_status(Name) -> get_status(Name, ?DEFAULT_TIMEOUT).
get_status(Name, Timeout) -> send(Name, get_status, Timeout).

get_state(Name) -> get_state(Name, ?DEFAULT_TIMEOUT).

get_state(Name, Timeout) ->
    case send(Name, get_state, Timeout) of
        {error, Reason} -> erlang:error(Reason);
        {ok, State} -> State
    end.

replace_state(Name, Fun) -> replace_state(Name, Fun, ?DEFAULT_TIMEOUT).

replace_state(Name, Fun, Timeout) ->
    case send(Name, {replace_state, Fun}, Timeout) of
        {error, Reason} -> erlang:error(Reason);
        {ok, State} -> State
    end.

change_code(Name, Module, OldVersion, Extra) -> change_code(Name, Module, OldVersion, Extra, ?DEFAULT_TIMEOUT).
change_code(Name, Module, OldVersion, Extra, Timeout) -> send(Name, {change_code, Module, OldVersion, Extra}, Timeout).

terminate(Name, Reason) -> terminate(Name, Reason, ?DEFAULT_TIMEOUT).
terminate(Name, Reason, Timeout) -> send(Name, {terminate, Reason}, Timeout).

log(Name, Flag) -> log(Name, Flag, ?DEFAULT_TIMEOUT).
log(Name, Flag, Timeout) -> send(Name, {debug, {log, Flag}}, Timeout).

trace(Name, Flag) -> trace(Name, Flag, ?DEFAULT_TIMEOUT).
trace(Name, Flag, Timeout) -> send(Name, {debug, {trace, Flag}}, Timeout).

statistics(Name, Flag) -> statistics(Name, Flag, ?DEFAULT_TIMEOUT).
statistics(Name, Flag, Timeout) -> send(Name, {debug, {statistics, Flag}}, Timeout).

no_debug(Name) -> no_debug(Name, ?DEFAULT_TIMEOUT).
no_debug(Name, Timeout) -> send(Name, {debug, no_debug}, Timeout).

install(Name, Function) -> install(Name, Function, ?DEFAULT_TIMEOUT).
install(Name, Function, Timeout) -> send(Name, {debug, {install, Function}}, Timeout).

remove(Name, Function) -> remove(Name, Function, ?DEFAULT_TIMEOUT).
remove(Name, Function, Timeout) -> send(Name, {debug, {remove, Function}}, Timeout).

send(Name, Request, Timeout) ->
    try gen:call(Name, system, Request, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> exit({Reason, {?MODULE, called(Request), [Name | request_arguments(Request, Timeout)]}})
    end.

called({debug, {Kind, _}}) -> Kind;
called({debug, Kind}) -> Kind;
called(Request) when is_tuple(Request) -> element(1, Request);
called(Request) -> Request.

request_arguments({debug, {_, Argument}}, Timeout) -> [Argument, Timeout];
request_arguments({debug, _}, Timeout) -> [Timeout];
request_arguments(Request, Timeout) when is_tuple(Request) -> tl(tuple_to_list(Request)) ++ [Timeout];
request_arguments(_, Timeout) -> [Timeout].

%% Answers, in the process that is asked.

handle_system_msg(Request, From, Parent, Module, Debug, Misc) ->
    handle(running, Request, From, Parent, Module, Debug, Misc, false).

handle_system_msg(Request, From, Parent, Module, Debug, Misc, Hibernate) ->
    handle(running, Request, From, Parent, Module, Debug, Misc, Hibernate).

handle(State, Request, From, Parent, Module, Debug, Misc, Hibernate) ->
    case answered(State, Request, Parent, Module, Debug, Misc) of
        {suspended, Reply, NewDebug, NewMisc} ->
            _ = gen:reply(From, Reply),
            suspended(Parent, Module, NewDebug, NewMisc, Hibernate);
        {running, Reply, NewDebug, NewMisc} ->
            _ = gen:reply(From, Reply),
            Module:system_continue(Parent, NewDebug, NewMisc);
        {{terminating, Reason}, Reply, NewDebug, NewMisc} ->
            _ = gen:reply(From, Reply),
            Module:system_terminate(Reason, Parent, NewDebug, NewMisc)
    end.

suspended(Parent, Module, Debug, Misc, true) ->
    proc_lib:hibernate(?MODULE, suspend_loop_hib, [suspended, Parent, Module, Debug, Misc, true]);
suspended(Parent, Module, Debug, Misc, Hibernate) ->
    suspend_loop_hib(suspended, Parent, Module, Debug, Misc, Hibernate).

suspend_loop_hib(State, Parent, Module, Debug, Misc, Hibernate) ->
    receive
        {system, From, Request} -> handle(State, Request, From, Parent, Module, Debug, Misc, Hibernate);
        {'EXIT', Parent, Reason} -> Module:system_terminate(Reason, Parent, Debug, Misc)
    end.

answered(_, suspend, _, _, Debug, Misc) ->
    {suspended, ok, Debug, Misc};
answered(_, resume, _, _, Debug, Misc) ->
    {running, ok, Debug, Misc};
answered(State, get_state, _, Module, Debug, Misc) ->
    {State, state_of(Module, Misc), Debug, Misc};
answered(State, {replace_state, Fun}, _, Module, Debug, Misc) ->
    {Reply, NewMisc} = replaced(Module, Fun, Misc),
    {State, Reply, Debug, NewMisc};
answered(State, get_status, Parent, Module, Debug, Misc) ->
    {State, status(State, Parent, Module, Debug, Misc), Debug, Misc};
answered(State, {debug, Request}, _, _, Debug, Misc) ->
    {Reply, NewDebug} = debugged(Request, Debug),
    {State, Reply, NewDebug, Misc};
answered(State, {terminate, Reason}, _, _, Debug, Misc) ->
    _ = State,
    {{terminating, Reason}, ok, Debug, Misc};
answered(suspended, {change_code, Module, OldVersion, Extra}, _, Behaviour, Debug, Misc) ->
    {Reply, NewMisc} = code_changed(Behaviour, Module, OldVersion, Extra, Misc),
    {suspended, Reply, Debug, NewMisc};
answered(State, Request, _, _, Debug, Misc) ->
    {State, {error, {unknown_system_msg, Request}}, Debug, Misc}.

state_of(Module, Misc) ->
    try
        {ok, _} = Module:system_get_state(Misc)
    catch
        error:undef -> {ok, Misc};
        Class:Reason -> {error, {callback_failed, {Module, system_get_state}, {Class, Reason}}}
    end.

replaced(Module, Fun, Misc) ->
    try
        {ok, State, NewMisc} = Module:system_replace_state(Fun, Misc),
        {{ok, State}, NewMisc}
    catch
        error:undef -> replaced_plainly(Fun, Misc);
        Class:Reason -> {{error, {callback_failed, {Module, system_replace_state}, {Class, Reason}}}, Misc}
    end.

replaced_plainly(Fun, Misc) ->
    try
        NewMisc = Fun(Misc),
        {{ok, NewMisc}, NewMisc}
    catch
        Class:Reason -> {{error, {callback_failed, {Class, Reason}}}, Misc}
    end.

status(State, Parent, Module, Debug, Misc) ->
    Shown =
        case erlang:function_exported(Module, format_status, 2) of
            true -> Module:format_status(normal, [get(), State, Parent, Debug, Misc]);
            false -> Misc
        end,
    {status, self(), {module, Module}, [get(), State, Parent, Debug, Shown]}.

code_changed(Behaviour, Module, OldVersion, Extra, Misc) ->
    case catch Behaviour:system_code_change(Misc, Module, OldVersion, Extra) of
        {ok, NewMisc} -> {ok, NewMisc};
        Else -> {{error, Else}, Misc}
    end.

%% Debugging.

debugged(no_debug, _) ->
    {ok, []};
debugged({trace, true}, Debug) ->
    {ok, with(trace, true, Debug)};
debugged({trace, false}, Debug) ->
    {ok, lists:keydelete(trace, 1, Debug)};
debugged({log, true}, Debug) ->
    debugged({log, {true, ?DEFAULT_LOG}}, Debug);
debugged({log, {true, Most}}, Debug) ->
    {ok, with(log, {Most, log_events(Debug)}, Debug)};
debugged({log, false}, Debug) ->
    {ok, lists:keydelete(log, 1, Debug)};
debugged({log, get}, Debug) ->
    {{ok, [Event || {Event, _, _, _} <- lists:reverse(log_events(Debug))]}, Debug};
debugged({log, print}, Debug) ->
    print_log(Debug),
    {ok, Debug};
debugged({statistics, true}, Debug) ->
    {ok, with(statistics, {calendar:local_time(), process_info(self(), reductions), 0, 0}, Debug)};
debugged({statistics, false}, Debug) ->
    {ok, lists:keydelete(statistics, 1, Debug)};
debugged({statistics, get}, Debug) ->
    {{ok, statistics_of(Debug)}, Debug};
debugged({install, {Id, Fun, State}}, Debug) ->
    {ok, with({Id, Fun}, State, Debug)};
debugged({install, {Fun, State}}, Debug) ->
    {ok, with({Fun, Fun}, State, Debug)};
debugged({remove, Id}, Debug) ->
    {ok, [Option || Option <- Debug, not is_installed_as(Id, Option)]};
debugged(Request, Debug) ->
    {{error, {unknown_debug, Request}}, Debug}.

with(Kind, State, Debug) ->
    [{Kind, State} | lists:keydelete(Kind, 1, Debug)].

is_installed_as(Id, {{Id, _}, _}) -> true;
is_installed_as(_, _) -> false.

log_events(Debug) ->
    case lists:keyfind(log, 1, Debug) of
        {log, {_, Events}} -> Events;
        false -> []
    end.

statistics_of(Debug) ->
    case lists:keyfind(statistics, 1, Debug) of
        {statistics, {Start, {reductions, Before}, In, Out}} ->
            {reductions, Now} = process_info(self(), reductions),
            [{start_time, Start}, {current_time, calendar:local_time()}, {reductions, Now - Before},
             {messages_in, In}, {messages_out, Out}];
        false ->
            no_statistics
    end.

handle_debug([], _, _, _) ->
    [];
handle_debug(Debug, Format, Extra, Event) ->
    lists:flatmap(fun(Option) -> seen(Option, Format, Extra, Event) end, Debug).

seen({trace, true} = Option, Format, Extra, Event) ->
    _ = Format(standard_io, Event, Extra),
    [Option];
seen({log, {Most, Events}}, Format, Extra, Event) ->
    [{log, {Most, lists:sublist([{Event, Extra, Format, self()} | Events], Most)}}];
seen({statistics, {Start, Reductions, In, Out}}, _, _, Event) ->
    [{statistics, counted(Event, Start, Reductions, In, Out)}];
seen({{Id, Fun}, State}, _, Extra, Event) ->
    try Fun(State, Event, Extra) of
        done -> [];
        NewState -> [{{Id, Fun}, NewState}]
    catch
        _:_ -> []
    end;
seen(Option, _, _, _) ->
    [Option].

counted(Event, Start, Reductions, In, Out) when element(1, Event) =:= in -> {Start, Reductions, In + 1, Out};
counted(Event, Start, Reductions, In, Out) when element(1, Event) =:= out -> {Start, Reductions, In, Out + 1};
counted(_, Start, Reductions, In, Out) -> {Start, Reductions, In, Out}.

print_log(Debug) ->
    lists:foreach(fun({Event, Extra, Format, _}) -> Format(standard_io, Event, Extra) end,
                  lists:reverse(log_events(Debug))).

get_log(Debug) ->
    [Event || {Event, _, _, _} <- lists:reverse(log_events(Debug))].

get_debug(Kind, Debug, Default) ->
    case lists:keyfind(Kind, 1, Debug) of
        {Kind, State} -> State;
        false -> Default
    end.

debug_options(Options) ->
    lists:foldl(fun(Option, Debug) -> element(2, debugged(requested(Option), Debug)) end, [], Options).

requested(trace) -> {trace, true};
requested(log) -> {log, true};
requested({log, Most}) -> {log, {true, Most}};
requested(statistics) -> {statistics, true};
requested({install, Function}) -> {install, Function}.
