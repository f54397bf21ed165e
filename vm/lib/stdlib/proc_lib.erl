%% Processes that know who started them, say they are ready, and how they crash.
%%
%% Invariant: such a process has '$ancestors' and '$initial_call' in its dictionary.
%% Invariant: ends that are normal, shutdown or {shutdown, Reason} are not reported.
-module(proc_lib).

-compile({no_auto_import, [spawn/1, spawn/3, spawn_link/1, spawn_link/3, spawn_opt/2, spawn_opt/4]}).

-export([spawn/1, spawn/2, spawn/3, spawn/4, spawn_link/1, spawn_link/2, spawn_link/3, spawn_link/4, spawn_opt/2,
         spawn_opt/3, spawn_opt/4, spawn_opt/5, start/3, start/4, start/5, start_link/3, start_link/4, start_link/5,
         start_monitor/3, start_monitor/4, start_monitor/5, init_p/3, init_p/5, init_ack/1, init_ack/2, init_fail/2,
         init_fail/3, hibernate/3, wake_up/3, initial_call/1, translate_initial_call/1, stop/1, stop/3,
         set_label/1, get_label/1]).

%% Spawning.

spawn(Fun) when is_function(Fun, 0) -> spawned(fun_call(Fun), []).

spawn(Node, Fun) when Node =:= node() -> spawn(Fun).

spawn(Module, Function, Arguments) -> spawned({Module, Function, Arguments}, []).

spawn(Node, Module, Function, Arguments) when Node =:= node() -> spawn(Module, Function, Arguments).

spawn_link(Fun) when is_function(Fun, 0) -> spawned(fun_call(Fun), [link]).

spawn_link(Node, Fun) when Node =:= node() -> spawn_link(Fun).

spawn_link(Module, Function, Arguments) -> spawned({Module, Function, Arguments}, [link]).

spawn_link(Node, Module, Function, Arguments) when Node =:= node() -> spawn_link(Module, Function, Arguments).

spawn_opt(Fun, Options) when is_function(Fun, 0) -> spawned(fun_call(Fun), Options).

spawn_opt(Node, Fun, Options) when Node =:= node() -> spawn_opt(Fun, Options).

spawn_opt(Module, Function, Arguments, Options) -> spawned({Module, Function, Arguments}, Options).

spawn_opt(Node, Module, Function, Arguments, Options) when Node =:= node() ->
    spawn_opt(Module, Function, Arguments, Options).

fun_call(Fun) -> {'fun', Fun}.

spawned(Call, Options) ->
    Parent = own_name(),
    Ancestors = ancestors(),
    case Call of
        {'fun', Fun} -> erlang:spawn_opt(?MODULE, init_p, [Parent, Ancestors, Fun], Options);
        {Module, Function, Arguments} ->
            erlang:spawn_opt(?MODULE, init_p, [Parent, Ancestors, Module, Function, Arguments], Options)
    end.

own_name() ->
    case process_info(self(), registered_name) of
        {registered_name, Name} -> Name;
        _ -> self()
    end.

ancestors() ->
    case get('$ancestors') of
        Ancestors when is_list(Ancestors) -> Ancestors;
        _ -> []
    end.

%% The first functions of the new process.

init_p(Parent, Ancestors, Fun) when is_function(Fun) ->
    put('$ancestors', [Parent | Ancestors]),
    {module, Module} = erlang:fun_info(Fun, module),
    {name, Name} = erlang:fun_info(Fun, name),
    {arity, Arity} = erlang:fun_info(Fun, arity),
    put('$initial_call', {Module, Name, Arity}),
    try
        Fun()
    catch
        Class:Reason:Trace -> crashed(Class, Reason, Trace)
    end.

init_p(Parent, Ancestors, Module, Function, Arguments) ->
    put('$ancestors', [Parent | Ancestors]),
    put('$initial_call', initial_of(Module, Function, Arguments)),
    try
        apply(Module, Function, Arguments)
    catch
        Class:Reason:Trace -> crashed(Class, Reason, Trace)
    end.

%% A behaviour's process is called after the init function of its callback module; but an event manager has none, and
%% that of a supervisor is not the supervisor's own.
initial_of(gen, init_it, [gen_event | _]) -> {gen_event, init_it, 6};
initial_of(gen, init_it, [_, _, _, supervisor, {_, Module, _}, _]) -> {supervisor, Module, 1};
initial_of(gen, init_it, [_, _, _, _, supervisor, {_, Module, _}, _]) -> {supervisor, Module, 1};
initial_of(gen, init_it, [_, _, _, Module, _, _]) when is_atom(Module) -> {Module, init, 1};
initial_of(gen, init_it, [_, _, _, _, Module, _, _]) when is_atom(Module) -> {Module, init, 1};
initial_of(Module, Function, Arguments) -> {Module, Function, length(Arguments)}.

crashed(exit, normal, _) -> exit(normal);
crashed(exit, shutdown, _) -> exit(shutdown);
crashed(exit, {shutdown, _} = Reason, _) -> exit(Reason);
crashed(Class, Reason, Trace) ->
    report_crash(Class, Reason, Trace),
    erlang:raise(exit, exit_reason(Class, Reason, Trace), Trace).

exit_reason(throw, Value, Trace) -> {{nocatch, Value}, Trace};
exit_reason(error, Reason, Trace) -> {Reason, Trace};
exit_reason(exit, Reason, _) -> Reason.

report_crash(Class, Reason, Trace) ->
    Shown =
        case Class of
            throw -> {error, {nocatch, Reason}, Trace};
            _ -> {Class, Reason, Trace}
        end,
    Facts = process_facts([message_queue_len, messages, links, dictionary, trap_exit, status, heap_size, stack_size,
                           reductions]),
    Own = [{initial_call, get('$initial_call')}, {pid, self()}, {registered_name, registered_or_none()},
           {error_info, Shown}, {ancestors, ancestors()} | Facts],
    error_logger:error_report(crash_report, [Own, []]).

registered_or_none() ->
    case process_info(self(), registered_name) of
        {registered_name, Name} -> Name;
        _ -> []
    end.

process_facts(Items) ->
    case process_info(self(), Items) of
        undefined -> [];
        Facts -> Facts
    end.

%% Starting: the starter waits until init_ack or the end of the new process.

start(Module, Function, Arguments) ->
    start(Module, Function, Arguments, infinity).

start(Module, Function, Arguments, Timeout) ->
    start(Module, Function, Arguments, Timeout, []).

start(Module, Function, Arguments, Timeout, Options) ->
    {Pid, Monitor} = spawn_opt(Module, Function, Arguments, [monitor | plain(Options)]),
    acknowledged(Pid, Monitor, Timeout, fun() -> ok end).

start_link(Module, Function, Arguments) ->
    start_link(Module, Function, Arguments, infinity).

start_link(Module, Function, Arguments, Timeout) ->
    start_link(Module, Function, Arguments, Timeout, []).

start_link(Module, Function, Arguments, Timeout, Options) ->
    {Pid, Monitor} = spawn_opt(Module, Function, Arguments, [link, monitor | plain(Options)]),
    acknowledged(Pid, Monitor, Timeout, fun() -> take_exit(Pid) end).

start_monitor(Module, Function, Arguments) ->
    start_monitor(Module, Function, Arguments, infinity).

start_monitor(Module, Function, Arguments, Timeout) ->
    start_monitor(Module, Function, Arguments, Timeout, []).

%% The result comes with a monitor that stays.
start_monitor(Module, Function, Arguments, Timeout, Options) ->
    {Pid, Monitor} = spawn_opt(Module, Function, Arguments, [monitor | plain(Options)]),
    receive
        {ack, Pid, Result} -> {Result, Monitor};
        {nack, Pid, Result} -> {nack_result(Pid, Monitor, Result), Monitor};
        {'DOWN', Monitor, process, Pid, Reason} ->
            self() ! {'DOWN', Monitor, process, Pid, Reason},
            {{error, Reason}, Monitor}
    after Timeout ->
        exit(Pid, kill),
        {{error, timeout}, Monitor}
    end.

nack_result(_, _, {error, _} = Result) -> Result;
nack_result(_, _, {exit, Reason}) -> {error, Reason}.

plain(Options) ->
    [Option || Option <- Options, Option =/= link, Option =/= monitor].

acknowledged(Pid, Monitor, Timeout, AtEnd) ->
    receive
        {ack, Pid, Result} ->
            erlang:demonitor(Monitor, [flush]),
            Result;
        {nack, Pid, Result} ->
            receive
                {'DOWN', Monitor, process, Pid, _} -> ok
            end,
            AtEnd(),
            nack_result(Pid, Monitor, Result);
        {'DOWN', Monitor, process, Pid, Reason} ->
            AtEnd(),
            {error, Reason}
    after Timeout ->
        stopped(Pid, Monitor),
        AtEnd(),
        {error, timeout}
    end.

stopped(Pid, Monitor) ->
    unlink(Pid),
    exit(Pid, kill),
    receive
        {'DOWN', Monitor, process, Pid, _} -> ok
    end.

%% The exit signal of a linked process that did not start, when the starter traps exits.
take_exit(Pid) ->
    receive
        {'EXIT', Pid, _} -> ok
    after 0 -> ok
    end.

init_ack(Starter, Result) ->
    Starter ! {ack, self(), Result},
    ok.

init_ack(Result) ->
    init_ack(starter(), Result).

init_fail(Starter, Result, Exception) ->
    Starter ! {nack, self(), Result},
    raise(Exception).

init_fail(Result, Exception) ->
    init_fail(starter(), Result, Exception).

raise({Class, Reason}) -> erlang:Class(Reason);
raise({Class, Reason, Trace}) -> erlang:raise(Class, Reason, Trace).

starter() ->
    [Parent | _] = get('$ancestors'),
    case Parent of
        _ when is_atom(Parent) -> whereis(Parent);
        _ -> Parent
    end.

%% Sleeping and stopping.

hibernate(Module, Function, Arguments) when is_atom(Module), is_atom(Function), is_list(Arguments) ->
    erlang:hibernate(?MODULE, wake_up, [Module, Function, Arguments]).

wake_up(Module, Function, Arguments) ->
    try
        apply(Module, Function, Arguments)
    catch
        Class:Reason:Trace -> crashed(Class, Reason, Trace)
    end.

stop(Process) ->
    stop(Process, normal, infinity).

stop(Process, Reason, Timeout) ->
    {Pid, Monitor} = erlang:spawn_monitor(fun() ->
                                              sys:terminate(Process, Reason, infinity),
                                              exit({sys_terminated, Reason})
                                          end),
    Target = erlang:monitor(process, Process),
    receive
        {'DOWN', Target, process, _, Reason} -> drop(Monitor, Pid);
        {'DOWN', Target, process, _, Other} ->
            drop(Monitor, Pid),
            exit(Other)
    after Timeout ->
        exit(Pid, kill),
        erlang:demonitor(Monitor, [flush]),
        erlang:demonitor(Target, [flush]),
        exit(timeout)
    end.

drop(Monitor, Pid) ->
    erlang:demonitor(Monitor, [flush]),
    exit(Pid, kill),
    ok.

%% What a process was started as.

initial_call(Pid) when is_pid(Pid) ->
    case process_info(Pid, dictionary) of
        {dictionary, Dictionary} -> shown_call(lists:keyfind('$initial_call', 1, Dictionary));
        _ -> false
    end;
initial_call(Info) when is_list(Info) ->
    case lists:keyfind(dictionary, 1, Info) of
        {dictionary, Dictionary} -> shown_call(lists:keyfind('$initial_call', 1, Dictionary));
        _ -> false
    end.

shown_call({_, {Module, Function, Arity}}) ->
    {Module, Function, [list_to_atom("Argument__" ++ integer_to_list(N)) || N <- lists:seq(1, Arity)]};
shown_call(_) -> false.

translate_initial_call(Process) ->
    case initial_call(Process) of
        {Module, Function, Arguments} -> {Module, Function, length(Arguments)};
        false -> {?MODULE, init_p, 5}
    end.

set_label(Label) ->
    put('$process_label', Label),
    ok.

get_label(Pid) when Pid =:= self() ->
    get('$process_label');
get_label(Pid) ->
    case process_info(Pid, dictionary) of
        {dictionary, Dictionary} -> proplists:get_value('$process_label', Dictionary);
        _ -> undefined
    end.
