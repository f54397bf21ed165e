%% Supervisors: servers that start children, and start them again.
%%
%% A child that could not be started again has {restarting, OldPid} for a pid: the supervisor casts itself
%% {try_again, Id or Pid}, so that it answers others between two attempts.
%%
%% Invariant: children start in the order of their specifications and end in the opposite one.
%% Invariant: no child outlives its supervisor, unless that is killed.
%% Invariant: more restarts than `intensity` within `period` seconds end the supervisor.
%%
%% Absent on purpose: the flag hibernate_after, and reports of children that start well.
-module(supervisor).

-behaviour(gen_server).

-export([start_link/2, start_link/3, start_child/2, restart_child/2, terminate_child/2, delete_child/2,
         which_children/1, which_child/2, count_children/1, get_childspec/2, get_callback_module/1,
         check_childspecs/1, check_childspecs/2]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2, code_change/3, format_status/2]).

-callback init(Args :: term()) -> {ok, {Flags :: term(), Specifications :: [term()]}} | ignore.

%% Callers see this record in errors of start_child/2, so its fields are where OTP has them. Of temporary children that
%% were added the arguments are not kept: they are never started again.
-record(child, {pid, id, mfargs, restart, significant, shutdown, type, modules}).

%% children: {Ids, #{Id => child}}, the last to start first. dynamics: #{Pid => Arguments} for simple_one_for_one,
%% whose only child in `children` is the template. restarts: when children were started again, in seconds.
-record(state, {name, strategy, children = {[], #{}}, dynamics = #{}, intensity, period, restarts = [],
                auto_shutdown, module, arguments}).

-define(IS_PAUSED(Pid), (tuple_size(Pid) =:= 2 andalso element(1, Pid) =:= restarting)).

%% What one asks of a supervisor.

start_link(Module, Arguments) ->
    gen_server:start_link(?MODULE, {self, Module, Arguments}, []).

start_link(Name, Module, Arguments) ->
    gen_server:start_link(Name, ?MODULE, {Name, Module, Arguments}, []).

start_child(Supervisor, Specification) -> call(Supervisor, {start_child, Specification}).

restart_child(Supervisor, Id) -> call(Supervisor, {restart_child, Id}).

terminate_child(Supervisor, Id) -> call(Supervisor, {terminate_child, Id}).

delete_child(Supervisor, Id) -> call(Supervisor, {delete_child, Id}).

which_children(Supervisor) -> call(Supervisor, which_children).

which_child(Supervisor, Id) -> call(Supervisor, {which_child, Id}).

count_children(Supervisor) -> call(Supervisor, count_children).

get_childspec(Supervisor, Id) -> call(Supervisor, {get_childspec, Id}).

call(Supervisor, Request) ->
    gen_server:call(Supervisor, Request, infinity).

%% For who changes the code of a whole tree.
get_callback_module(Supervisor) ->
    {status, _, _, [_, _, _, _, Shown]} = sys:get_status(Supervisor),
    [Module] = [Module || {supervisor, [{"Callback", Module}]} <- Shown],
    Module.

check_childspecs(Specifications) ->
    check_childspecs(Specifications, undefined).

check_childspecs(Specifications, AutoShutdown) when is_list(Specifications) ->
    case is_auto_shutdown(AutoShutdown) orelse AutoShutdown =:= undefined of
        true -> of_check(children_of(Specifications, AutoShutdown));
        false -> {error, {badarg, AutoShutdown}}
    end;
check_childspecs(Specifications, _) ->
    {error, {badarg, Specifications}}.

of_check({ok, _}) -> ok;
of_check(Error) -> Error.

%% The beginning.

init({Name, Module, Arguments}) ->
    process_flag(trap_exit, true),
    case Module:init(Arguments) of
        {ok, {Flags, Specifications}} ->
            State = #state{name = full_name(Name, Module), module = Module, arguments = Arguments},
            case with_flags(Flags, State) of
                {ok, Ready} -> begun(Specifications, Ready);
                {error, Reason} -> {stop, {supervisor_data, Reason}}
            end;
        ignore -> ignore;
        Else -> {stop, {bad_return, {Module, init, Else}}}
    end.

full_name(self, Module) -> {self(), Module};
full_name(Name, _) -> Name.

begun(Specifications, #state{strategy = simple_one_for_one} = State) ->
    case template(Specifications, State) of
        {ok, Children} -> {ok, State#state{children = Children}};
        {error, Reason} -> {stop, Reason}
    end;
begun(Specifications, #state{auto_shutdown = AutoShutdown} = State) ->
    case children_of(Specifications, AutoShutdown) of
        {ok, Children} -> first_started(started_all(Children, State), State);
        {error, Reason} -> {stop, {start_spec, Reason}}
    end.

first_started({ok, Children}, State) ->
    {ok, State#state{children = Children}};
first_started({error, Children, {Id, Reason}}, State) ->
    _ = terminated_all(Children, State),
    {stop, {shutdown, {failed_to_start_child, Id, Reason}}}.

template([_] = Specifications, #state{auto_shutdown = AutoShutdown}) ->
    case children_of(Specifications, AutoShutdown) of
        {error, Reason} -> {error, {start_spec, Reason}};
        Ok -> Ok
    end;
template(Specifications, _) ->
    {error, {bad_start_spec, Specifications}}.

%% Flags.

with_flags(Flags, State) when is_map(Flags) ->
    Default = #{strategy => one_for_one, intensity => 1, period => 5, auto_shutdown => never},
    #{strategy := Strategy, intensity := Intensity, period := Period, auto_shutdown := AutoShutdown} = Known =
        maps:merge(Default, Flags),
    case wrong_flag(Known) of
        none ->
            {ok, State#state{strategy = Strategy, intensity = Intensity, period = Period,
                             auto_shutdown = AutoShutdown}};
        Wrong ->
            {error, Wrong}
    end;
with_flags({Strategy, Intensity, Period}, State) ->
    with_flags(#{strategy => Strategy, intensity => Intensity, period => Period}, State);
with_flags(Flags, _) ->
    {error, {invalid_type, Flags}}.

wrong_flag(#{strategy := Strategy, intensity := Intensity, period := Period, auto_shutdown := AutoShutdown}) ->
    Strategies = [one_for_one, one_for_all, rest_for_one, simple_one_for_one],
    first_wrong([{lists:member(Strategy, Strategies), {invalid_strategy, Strategy}},
                 {is_integer(Intensity) andalso Intensity >= 0, {invalid_intensity, Intensity}},
                 {is_integer(Period) andalso Period > 0, {invalid_period, Period}},
                 {is_auto_shutdown(AutoShutdown), {invalid_auto_shutdown, AutoShutdown}},
                 {Strategy =/= simple_one_for_one orelse AutoShutdown =:= never,
                  {bad_combination, [{auto_shutdown, AutoShutdown}, {strategy, Strategy}]}}]).

is_auto_shutdown(How) ->
    lists:member(How, [never, any_significant, all_significant]).

%% Of facts with what to say when they are false, what the first false one says.
first_wrong([{true, _} | Rest]) -> first_wrong(Rest);
first_wrong([{false, Wrong} | _]) -> Wrong;
first_wrong([]) -> none.

%% Specifications.

children_of(Specifications, AutoShutdown) ->
    children_of(Specifications, AutoShutdown, {[], #{}}).

children_of([Specification | Rest], AutoShutdown, {_, Known} = Children) ->
    case child_of(Specification, AutoShutdown) of
        {ok, #child{id = Id}} when is_map_key(Id, Known) -> {error, {duplicate_child_name, Id}};
        {ok, Child} -> children_of(Rest, AutoShutdown, added(Child, Children));
        Error -> Error
    end;
children_of([], _, Children) ->
    {ok, Children}.

child_of({Id, Start, Restart, Shutdown, Type, Modules}, AutoShutdown) ->
    child_of(#{id => Id, start => Start, restart => Restart, shutdown => Shutdown, type => Type, modules => Modules},
             AutoShutdown);
child_of(#{id := Id, start := Start} = Specification, AutoShutdown) ->
    Type = maps:get(type, Specification, worker),
    Child = #child{pid = undefined, id = Id, mfargs = Start, type = Type,
                   restart = maps:get(restart, Specification, permanent),
                   significant = maps:get(significant, Specification, false),
                   shutdown = maps:get(shutdown, Specification, shutdown_of(Type)),
                   modules = maps:get(modules, Specification, modules_of(Start))},
    case wrong_child(Child, AutoShutdown) of
        none -> {ok, Child};
        Wrong -> {error, Wrong}
    end;
child_of(#{id := _}, _) -> {error, missing_start};
child_of(Specification, _) when is_map(Specification) -> {error, missing_id};
child_of(Specification, _) -> {error, {invalid_child_spec, Specification}}.

shutdown_of(supervisor) -> infinity;
shutdown_of(_) -> 5000.

modules_of({Module, _, _}) -> [Module];
modules_of(_) -> [].

wrong_child(#child{restart = Restart, significant = Significant, shutdown = Shutdown, type = Type} = Child,
            AutoShutdown) ->
    first_wrong([{is_start(Child#child.mfargs), {invalid_mfa, Child#child.mfargs}},
                 {lists:member(Restart, [permanent, transient, temporary]), {invalid_restart_type, Restart}},
                 {is_boolean(Significant), {invalid_significant, Significant}},
                 {Significant =/= true orelse AutoShutdown =/= never,
                  {bad_combination, [{auto_shutdown, never}, {significant, true}]}},
                 {Significant =/= true orelse Restart =/= permanent,
                  {bad_combination, [{restart, permanent}, {significant, true}]}},
                 {lists:member(Type, [worker, supervisor]), {invalid_child_type, Type}},
                 {is_shutdown(Shutdown), {invalid_shutdown, Shutdown}}
                 | checked_modules(Child#child.modules)]).

is_start({Module, Function, Arguments}) -> is_atom(Module) andalso is_atom(Function) andalso is_list(Arguments);
is_start(_) -> false.

is_shutdown(Shutdown) ->
    Shutdown =:= infinity orelse Shutdown =:= brutal_kill orelse is_integer(Shutdown) andalso Shutdown >= 0.

checked_modules(dynamic) -> [];
checked_modules(Modules) when is_list(Modules) ->
    [{is_atom(Module), {invalid_module, Module}} || Module <- Modules];
checked_modules(Modules) -> [{false, {invalid_modules, Modules}}].

specification(#child{id = Id, mfargs = Start, restart = Restart, significant = Significant, shutdown = Shutdown,
                     type = Type, modules = Modules}) ->
    #{id => Id, start => Start, restart => Restart, significant => Significant, shutdown => Shutdown, type => Type,
      modules => Modules}.

%% Calls.

handle_call({start_child, Arguments}, _, #state{strategy = simple_one_for_one} = State) ->
    start_dynamic(Arguments, State);
handle_call({start_child, Specification}, _, #state{auto_shutdown = AutoShutdown} = State) ->
    case child_of(Specification, AutoShutdown) of
        {ok, Child} -> start_new(Child, found(Child#child.id, State), State);
        Error -> {reply, Error, State}
    end;
handle_call({terminate_child, Pid}, _, #state{strategy = simple_one_for_one} = State) when is_pid(Pid) ->
    terminate_dynamic(Pid, State);
handle_call({get_childspec, Pid}, _, #state{strategy = simple_one_for_one, dynamics = Dynamics} = State)
  when is_pid(Pid) ->
    case is_map_key(Pid, Dynamics) of
        true -> {reply, {ok, specification(template_of(State))}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({which_child, Pid}, _, #state{strategy = simple_one_for_one, dynamics = Dynamics} = State)
  when is_pid(Pid) ->
    case is_map_key(Pid, Dynamics) of
        true -> {reply, {ok, shown(Pid, template_of(State))}, State};
        false -> {reply, {error, not_found}, State}
    end;
handle_call({get_childspec, Id}, _, State) ->
    case found(Id, State) of
        {ok, Child} -> {reply, {ok, specification(Child)}, State};
        Error -> {reply, Error, State}
    end;
handle_call({Request, _}, _, #state{strategy = simple_one_for_one} = State)
  when Request =:= terminate_child; Request =:= restart_child; Request =:= delete_child; Request =:= which_child ->
    {reply, {error, simple_one_for_one}, State};
handle_call({Request, Id}, _, State)
  when Request =:= terminate_child; Request =:= restart_child; Request =:= delete_child; Request =:= which_child ->
    case found(Id, State) of
        {ok, Child} -> about_child(Request, Child, State);
        Error -> {reply, Error, State}
    end;
handle_call(which_children, _, State) ->
    {reply, shown_all(State), State};
handle_call(count_children, _, State) ->
    {reply, counted(State), State}.

about_child(terminate_child, Child, State) ->
    terminated(Child, State),
    {reply, ok, ended(Child, State)};
about_child(which_child, #child{id = Id} = Child, State) ->
    {reply, {ok, setelement(1, shown(Child#child.pid, Child), Id)}, State};
about_child(restart_child, #child{pid = undefined} = Child, State) ->
    case start(Child, State) of
        {error, _} = Error -> {reply, Error, State};
        Started -> {reply, Started, with_pid(element(2, Started), Child, State)}
    end;
about_child(delete_child, #child{pid = undefined} = Child, State) ->
    {reply, ok, State#state{children = removed(Child, State#state.children)}};
about_child(_, #child{pid = Pid}, State) when ?IS_PAUSED(Pid) ->
    {reply, {error, restarting}, State};
about_child(_, _, State) ->
    {reply, {error, running}, State}.

start_new(_, {ok, #child{pid = undefined}}, State) ->
    {reply, {error, already_present}, State};
start_new(_, {ok, #child{pid = Pid}}, State) ->
    {reply, {error, {already_started, Pid}}, State};
start_new(#child{restart = Restart} = Child, {error, not_found}, #state{children = Children} = State) ->
    case start(Child, State) of
        {error, Reason} -> {reply, {error, {Reason, Child}}, State};
        {ok, undefined} when Restart =:= temporary -> {reply, {ok, undefined}, State};
        Started ->
            New = without_arguments(Child#child{pid = element(2, Started)}),
            {reply, Started, State#state{children = added(New, Children)}}
    end.

without_arguments(#child{restart = temporary, mfargs = {Module, Function, _}} = Child) ->
    Child#child{mfargs = {Module, Function, undefined}};
without_arguments(Child) ->
    Child.

start_dynamic(More, State) ->
    #child{mfargs = {Module, Function, Arguments}} = Child = template_of(State),
    All = Arguments ++ More,
    case start(Child#child{mfargs = {Module, Function, All}}, State) of
        {error, _} = Error -> {reply, Error, State};
        {ok, undefined} -> {reply, {ok, undefined}, State};
        Started -> {reply, Started, with_dynamic(element(2, Started), All, Child, State)}
    end.

with_dynamic(Pid, _, #child{restart = temporary}, #state{dynamics = Dynamics} = State) ->
    State#state{dynamics = Dynamics#{Pid => undefined}};
with_dynamic(Pid, Arguments, _, #state{dynamics = Dynamics} = State) ->
    State#state{dynamics = Dynamics#{Pid => Arguments}}.

terminate_dynamic(Pid, State) ->
    case dynamic(Pid, State) of
        {ok, Child} ->
            terminated(Child, State),
            {reply, ok, ended(Child, State)};
        {error, not_found} ->
            {reply, no_child(is_process_alive(Pid)), State}
    end.

%% Who is dead may have been a child.
no_child(true) -> {error, not_found};
no_child(false) -> ok.

shown_all(#state{strategy = simple_one_for_one, dynamics = Dynamics} = State) ->
    Child = template_of(State),
    [shown(Pid, Child) || Pid <- maps:keys(Dynamics)];
shown_all(#state{children = {Ids, Known}}) ->
    [setelement(1, shown(Pid, Child), Id) || Id <- Ids, #child{pid = Pid} = Child <- [map_get(Id, Known)]].

shown(Pid, Child) when ?IS_PAUSED(Pid) -> shown(restarting, Child);
shown(Pid, #child{type = Type, modules = Modules}) -> {undefined, Pid, Type, Modules}.

counted(#state{strategy = simple_one_for_one, dynamics = Dynamics} = State) ->
    All = map_size(Dynamics),
    Active = length([Pid || Pid <- maps:keys(Dynamics), is_pid(Pid)]),
    case template_of(State) of
        #child{type = supervisor} -> counts(1, Active, All, 0);
        #child{type = worker} -> counts(1, Active, 0, All)
    end;
counted(#state{children = {Ids, Known}}) ->
    All = maps:values(Known),
    Active = length([Pid || #child{pid = Pid} <- All, is_pid(Pid) andalso is_process_alive(Pid)]),
    Supervisors = length([Id || #child{id = Id, type = supervisor} <- All]),
    counts(length(Ids), Active, Supervisors, length(Ids) - Supervisors).

counts(Specifications, Active, Supervisors, Workers) ->
    [{specs, Specifications}, {active, Active}, {supervisors, Supervisors}, {workers, Workers}].

%% Messages.

handle_cast({try_again, Who}, State) ->
    Child =
        case State#state.strategy of
            simple_one_for_one -> dynamic({restarting, Who}, State);
            _ -> found(Who, State)
        end,
    case Child of
        {ok, #child{pid = Pid} = Paused} when ?IS_PAUSED(Pid) -> next(again(Paused, State));
        _ -> {noreply, State}
    end.

handle_info({'EXIT', Pid, Reason}, State) ->
    case child_with(Pid, State) of
        {ok, Child} -> next(child_ended(Reason, Child, State));
        {error, not_found} -> {noreply, State}
    end;
handle_info(Message, State) ->
    error_logger:error_msg("Supervisor received unexpected message: ~tp~n", [Message]),
    {noreply, State}.

next({ok, State}) -> {noreply, State};
next({shutdown, State}) -> {stop, shutdown, State}.

%% The end of a child: is it started again, or does it end the supervisor?

child_ended(Reason, #child{restart = Restart} = Child, State) ->
    IsGood = is_good(Reason),
    _ = [report(child_terminated, Reason, Child, State) || Restart =:= permanent orelse not IsGood],
    case Restart of
        permanent -> again(Child, State);
        transient when not IsGood -> again(Child, State);
        _ -> maybe_shutdown(Child, ended(Child, State))
    end.

is_good(normal) -> true;
is_good(shutdown) -> true;
is_good({shutdown, _}) -> true;
is_good(_) -> false.

maybe_shutdown(#child{significant = true}, #state{auto_shutdown = any_significant} = State) ->
    {shutdown, State};
maybe_shutdown(#child{significant = true}, #state{auto_shutdown = all_significant, children = {_, Known}} = State) ->
    case [Id || #child{id = Id, significant = true, pid = Pid} <- maps:values(Known), Pid =/= undefined] of
        [] -> {shutdown, State};
        _ -> {ok, State}
    end;
maybe_shutdown(_, State) ->
    {ok, State}.

again(Child, #state{restarts = Before, intensity = Intensity, period = Period} = State) ->
    Now = erlang:monotonic_time(second),
    Restarts = [Now | [Then || Then <- Before, Then >= Now - Period]],
    case length(Restarts) =< Intensity of
        true ->
            restarted(State#state.strategy, Child, State#state{restarts = Restarts});
        false ->
            report(shutdown, reached_max_restart_intensity, Child, State),
            {shutdown, ended(Child, State#state{restarts = Restarts})}
    end.

restarted(simple_one_for_one, #child{pid = Pid, mfargs = {_, _, Arguments}} = Child, State) ->
    Without = State#state{dynamics = maps:remove(Pid, State#state.dynamics)},
    case start(Child, State) of
        {ok, undefined} -> {ok, Without};
        {error, Reason} ->
            report(start_error, Reason, Child, State),
            {restarting, Was} = Paused = paused(Pid),
            try_again(Was),
            {ok, with_dynamic(Paused, Arguments, Child, Without)};
        Started -> {ok, with_dynamic(element(2, Started), Arguments, Child, Without)}
    end;
restarted(one_for_one, #child{pid = Pid, id = Id} = Child, State) ->
    case start(Child, State) of
        {error, Reason} ->
            report(start_error, Reason, Child, State),
            try_again(Id),
            {ok, with_pid(paused(Pid), Child, State)};
        Started ->
            {ok, with_pid(element(2, Started), Child, State)}
    end;
restarted(one_for_all, Child, #state{children = Children} = State) ->
    several_restarted(Child, Children, {[], #{}}, State);
restarted(rest_for_one, #child{id = Id} = Child, #state{children = {Ids, Known}} = State) ->
    {Later, [Id | Earlier]} = lists:splitwith(fun(Other) -> Other =/= Id end, Ids),
    Again = Later ++ [Id],
    several_restarted(Child, {Again, maps:with(Again, Known)}, {Earlier, maps:with(Earlier, Known)}, State).

%% Ends what runs of some children and starts them all. Those before them are left alone.
several_restarted(#child{id = Id, pid = Pid} = Child, Children, {Earlier, Untouched}, State) ->
    Ended = terminated_all(with_child(Child#child{pid = undefined}, Children), State),
    {{Ids, Known}, Failed} =
        case started_all(Ended, State) of
            {ok, All} -> {All, none};
            {error, All, {Who, _}} -> {All, Who}
        end,
    NewState = State#state{children = {Ids ++ Earlier, maps:merge(Untouched, Known)}},
    case Failed of
        none ->
            {ok, NewState};
        _ ->
            try_again(Failed),
            Was =
                case Failed of
                    Id -> paused(Pid);
                    _ -> paused(undefined)
                end,
            {ok, with_pid(Was, map_get(Failed, Known), NewState)}
    end.

paused({restarting, _} = Paused) -> Paused;
paused(Pid) -> {restarting, Pid}.

try_again(Who) ->
    gen_server:cast(self(), {try_again, Who}).

%% Starting.

start(#child{mfargs = {Module, Function, Arguments}}, _) ->
    case catch apply(Module, Function, Arguments) of
        {ok, Pid} when is_pid(Pid) -> {ok, Pid};
        {ok, Pid, Info} when is_pid(Pid) -> {ok, Pid, Info};
        ignore -> {ok, undefined};
        {error, Reason} -> {error, Reason};
        Else -> {error, Else}
    end.

%% Children without those that are temporary and ignored; or how far that came, and who failed.
started_all({Ids, _} = Children, State) ->
    started_all(lists:reverse(Ids), Children, State).

started_all([Id | Ids], {_, Known} = Children, State) ->
    #child{restart = Restart} = Child = map_get(Id, Known),
    case start(Child, State) of
        {error, Reason} ->
            report(start_error, Reason, Child, State),
            {error, Children, {Id, Reason}};
        {ok, undefined} when Restart =:= temporary ->
            started_all(Ids, removed(Child, Children), State);
        Started ->
            started_all(Ids, with_child(Child#child{pid = element(2, Started)}, Children), State)
    end;
started_all([], Children, _) ->
    {ok, Children}.

%% Ending.

terminate(_, #state{strategy = simple_one_for_one} = State) ->
    dynamics_terminated(State);
terminate(_, #state{children = Children} = State) ->
    terminated_all(Children, State).

%% What is left: children that may be started again.
terminated_all({Ids, _} = Children, State) ->
    lists:foldl(fun(Id, {_, Known} = Left) ->
                    Child = map_get(Id, Known),
                    terminated(Child, State),
                    child_gone(Child, Left)
                end, Children, Ids).

terminated(#child{pid = Pid, restart = Restart, shutdown = Shutdown} = Child, State) when is_pid(Pid) ->
    Monitor = watched(Pid),
    Reason = told_to_end(Pid, Monitor, Shutdown),
    _ = [report(shutdown_error, Reason, Child, State) || not is_expected(Reason, Shutdown, Restart)],
    ok;
terminated(_, _) ->
    ok.

%% A monitor instead of the link. A child that ended before has told why by its link.
watched(Pid) ->
    Monitor = monitor(process, Pid),
    unlink(Pid),
    receive
        {'EXIT', Pid, Reason} ->
            demonitor(Monitor, [flush]),
            self() ! {'DOWN', Monitor, process, Pid, Reason},
            Monitor
    after 0 -> Monitor
    end.

told_to_end(Pid, Monitor, brutal_kill) ->
    exit(Pid, kill),
    end_of(Monitor);
told_to_end(Pid, Monitor, Timeout) ->
    exit(Pid, shutdown),
    receive
        {'DOWN', Monitor, process, Pid, Reason} -> Reason
    after Timeout ->
        exit(Pid, kill),
        end_of(Monitor)
    end.

end_of(Monitor) ->
    receive
        {'DOWN', Monitor, process, _, Reason} -> Reason
    end.

is_expected(killed, brutal_kill, _) -> true;
is_expected(shutdown, Shutdown, _) -> Shutdown =/= brutal_kill;
is_expected({shutdown, _}, Shutdown, Restart) -> Shutdown =/= brutal_kill andalso Restart =/= permanent;
is_expected(normal, _, Restart) -> Restart =/= permanent;
is_expected(_, _, _) -> false.

%% All dynamic children are told at once and have their time together.
dynamics_terminated(#state{dynamics = Dynamics} = State) ->
    #child{shutdown = Shutdown} = Child = template_of(State),
    Monitors = maps:from_list([{watched(Pid), Pid} || Pid <- maps:keys(Dynamics), is_pid(Pid)]),
    Signal =
        case Shutdown of
            brutal_kill -> kill;
            _ -> shutdown
        end,
    lists:foreach(fun(Pid) -> exit(Pid, Signal) end, maps:values(Monitors)),
    Counts = waited_for(Monitors, timer_of(Shutdown), Child, #{}),
    lists:foreach(fun({Reason, Count}) -> report(shutdown_error, Reason, Child#child{pid = {count, Count}}, State) end,
                  lists:sort(maps:to_list(Counts))).

timer_of(Shutdown) when is_integer(Shutdown) -> erlang:start_timer(Shutdown, self(), kill);
timer_of(_) -> none.

%% How many ended for which reason, without those that ended well.
waited_for(Monitors, Timer, _, Counts) when map_size(Monitors) =:= 0 ->
    _ = [erlang:cancel_timer(Timer) || Timer =/= none],
    Counts;
waited_for(Monitors, Timer, #child{shutdown = Shutdown, restart = Restart} = Child, Counts) ->
    receive
        {'DOWN', Monitor, process, _, Reason} when is_map_key(Monitor, Monitors) ->
            NewCounts =
                case is_expected(Reason, Shutdown, Restart) of
                    true -> Counts;
                    false -> maps:update_with(Reason, fun(Count) -> Count + 1 end, 1, Counts)
                end,
            waited_for(maps:remove(Monitor, Monitors), Timer, Child, NewCounts);
        {timeout, Timer, kill} ->
            lists:foreach(fun(Pid) -> exit(Pid, kill) end, maps:values(Monitors)),
            waited_for(Monitors, Timer, Child, Counts)
    end.

%% Children as data.

added(#child{id = Id} = Child, {Ids, Known}) -> {[Id | Ids], Known#{Id => Child}}.

removed(#child{id = Id}, {Ids, Known}) -> {lists:delete(Id, Ids), maps:remove(Id, Known)}.

with_child(#child{id = Id} = Child, {Ids, Known}) -> {Ids, Known#{Id := Child}}.

child_gone(#child{restart = temporary} = Child, Children) -> removed(Child, Children);
child_gone(Child, Children) -> with_child(Child#child{pid = undefined}, Children).

ended(#child{pid = Pid}, #state{strategy = simple_one_for_one, dynamics = Dynamics} = State) ->
    State#state{dynamics = maps:remove(Pid, Dynamics)};
ended(Child, #state{children = Children} = State) ->
    State#state{children = child_gone(Child, Children)}.

with_pid(Pid, Child, #state{children = Children} = State) ->
    State#state{children = with_child(Child#child{pid = Pid}, Children)}.

found(Id, #state{children = {_, Known}}) ->
    case Known of
        #{Id := Child} -> {ok, Child};
        _ -> {error, not_found}
    end.

template_of(#state{children = {[Id], Known}}) ->
    map_get(Id, Known).

%% The child of a pid, by the template and its own arguments.
dynamic(Pid, #state{dynamics = Dynamics} = State) ->
    case Dynamics of
        #{Pid := Arguments} ->
            #child{mfargs = {Module, Function, _}} = Child = template_of(State),
            {ok, Child#child{pid = Pid, mfargs = {Module, Function, Arguments}}};
        _ ->
            {error, not_found}
    end.

child_with(Pid, #state{strategy = simple_one_for_one} = State) ->
    dynamic(Pid, State);
child_with(Pid, #state{children = {_, Known}}) ->
    case [Child || #child{pid = Its} = Child <- maps:values(Known), Its =:= Pid] of
        [Child] -> {ok, Child};
        [] -> {error, not_found}
    end.

%% New code: the callback module is asked again. Children that run go on with their new specifications.

code_change(_, #state{module = Module, arguments = Arguments} = State, _) ->
    case Module:init(Arguments) of
        {ok, {Flags, Specifications}} ->
            case with_flags(Flags, State) of
                {ok, NewState} -> specified_anew(Specifications, NewState);
                Error -> Error
            end;
        ignore -> {ok, State};
        Else -> Else
    end.

specified_anew(Specifications, #state{strategy = Strategy, auto_shutdown = AutoShutdown, children = Old} = State) ->
    case children_of(Specifications, AutoShutdown) of
        {ok, {[_], _} = New} when Strategy =:= simple_one_for_one -> {ok, State#state{children = New}};
        {ok, _} = NotOne when Strategy =:= simple_one_for_one -> {error, NotOne};
        {ok, New} -> {ok, State#state{children = merged(Old, New)}};
        Error -> Error
    end.

%% Children that are specified no more stay, as the last to start.
merged({OldIds, Old}, {NewIds, New}) ->
    Kept = maps:map(fun(Id, Child) -> Child#child{pid = pid_of(Id, Old)} end, New),
    {[Id || Id <- OldIds, not is_map_key(Id, New)] ++ NewIds, maps:merge(Old, Kept)}.

pid_of(Id, Children) ->
    case Children of
        #{Id := #child{pid = Pid}} -> Pid;
        _ -> undefined
    end.

%% What others are told.

format_status(terminate, [_, State]) -> State;
format_status(_, [_, #state{module = Module} = State]) ->
    [{data, [{"State", State}]}, {supervisor, [{"Callback", Module}]}].

report(Context, Reason, Child, #state{name = Name}) ->
    error_logger:error_report(supervisor_report, [{supervisor, Name}, {errorContext, Context}, {reason, Reason},
                                                  {offender, offender(Child)}]).

offender(#child{pid = Pid, id = Id, mfargs = Start, restart = Restart, significant = Significant,
                shutdown = Shutdown, type = Type}) ->
    First =
        case Pid of
            {count, Count} -> {nb_children, Count};
            _ -> {pid, Pid}
        end,
    [First, {id, Id}, {mfargs, Start}, {restart_type, Restart}, {significant, Significant}, {shutdown, Shutdown},
     {child_type, Type}].
