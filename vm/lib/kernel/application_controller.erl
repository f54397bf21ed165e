%% Applications: what they say of themselves, their environment, which of them run.
%%
%% A process of this name holds it all; it begins with the first question. An application's file is looked for in the code
%% path. kernel and stdlib count as running, since a machine has no others to begin with. What an application starts is
%% linked to a process of its own, its master, by which it is stopped and its end is heard of.
%%
%% Invariant: an application's own functions run in its master, never in the process that answers questions.
%%
%% Absent on purpose: distributed and permitted applications, start phases, configuration files, takeover. An application's
%% processes keep the group leader of who started it.
-module(application_controller).

-export([load_application/1, unload_application/1, start_application/2, start_boot_application/2, stop_application/1,
         which_applications/0, which_applications/1, loaded_applications/0, is_running/1, info/0, start_type/1,
         get_master/1]).
-export([get_env/2, get_all_env/1, get_key/2, get_all_key/1, get_pid_env/2, get_pid_all_env/1, get_pid_key/2,
         get_pid_all_key/1, get_application/1, get_application_module/1, set_env/2, set_env/3, set_env/4, unset_env/2,
         unset_env/3]).

-define(DEFAULTS, [{description, ""}, {id, ""}, {vsn, ""}, {modules, []}, {maxP, infinity}, {maxT, infinity},
                   {registered, []}, {included_applications, []}, {optional_applications, []}, {applications, []},
                   {mod, []}, {start_phases, undefined}]).

%% Questions.

load_application(Application) -> ask({load, Application}).
unload_application(Application) -> ask({unload, Application}).
start_application(Name, Type) -> ask({start, Name, Type}).
start_boot_application(Name, Type) -> start_application(Name, Type).
stop_application(Name) -> ask({stop, Name}).
which_applications() -> ask(which).
which_applications(_Timeout) -> which_applications().
loaded_applications() -> ask(loaded).
is_running(Name) -> lists:keymember(Name, 1, which_applications()).
info() -> [{loaded, loaded_applications()}, {started, [{Name, temporary} || {Name, _, _} <- which_applications()]}].
start_type(_Master) -> undefined.
get_master(Name) -> ask({master, Name}).

get_env(Name, Key) -> found(Key, get_all_env(Name)).
get_all_env(Name) -> ask({env, Name}).
get_key(Name, env) -> {ok, get_all_env(Name)};
get_key(Name, Key) -> found(Key, ask({keys, Name})).

get_all_key(Name) ->
    case ask({keys, Name}) of
        [] -> [];
        Keys -> {ok, Keys ++ [{env, get_all_env(Name)}]}
    end.

get_pid_env(_Pid, _Key) -> undefined.
get_pid_all_env(_Pid) -> [].
get_pid_key(_Pid, _Key) -> undefined.
get_pid_all_key(_Pid) -> [].
get_application(_Pid) -> undefined.
get_application_module(Module) -> ask({of_module, Module}).

set_env(Config, _Options) ->
    lists:foreach(fun({Name, Env}) -> [set_env(Name, Key, Value) || {Key, Value} <- Env] end, Config).

set_env(Name, Key, Value) -> ask({change, Name, fun(Env) -> lists:keystore(Key, 1, Env, {Key, Value}) end}).
set_env(Name, Key, Value, _Options) -> set_env(Name, Key, Value).
unset_env(Name, Key) -> ask({change, Name, fun(Env) -> lists:keydelete(Key, 1, Env) end}).
unset_env(Name, Key, _Options) -> unset_env(Name, Key).

found(Key, List) ->
    case lists:keyfind(Key, 1, List) of
        {Key, Value} -> {ok, Value};
        false -> undefined
    end.

ask(Question) ->
    Server = server(),
    Monitor = erlang:monitor(process, Server),
    Server ! {Monitor, self(), Question},
    receive
        {Monitor, Answer} ->
            erlang:demonitor(Monitor, [flush]),
            Answer;
        {'DOWN', Monitor, process, _, Reason} ->
            exit({Reason, {?MODULE, Question}})
    end.

server() ->
    case whereis(?MODULE) of
        undefined ->
            _ = spawn(fun begin_server/0),
            await_server();
        Pid -> Pid
    end.

await_server() ->
    case whereis(?MODULE) of
        undefined ->
            erlang:yield(),
            await_server();
        Pid -> Pid
    end.

%% The process. Loaded applications are {Name, Keys, Env}; running ones {Name, Master}.

-record(state, {loaded = [], running = [], changed = []}).

begin_server() ->
    try register(?MODULE, self()) of
        true ->
            process_flag(trap_exit, true),
            serve(lists:foldl(fun at_boot/2, #state{}, [kernel, stdlib]))
    catch
        error:badarg -> ok
    end.

at_boot(Name, State) ->
    #state{running = Running} = Loaded = own(Name, load(Name, State)),
    Loaded#state{running = [{Name, none} | Running]}.

%% Without OTP's files the machine's own libraries are what is loaded.
own(_, {ok, Loaded}) -> Loaded;
own(Name, {{error, _}, State}) ->
    {ok, Loaded} = load({application, Name, [{description, "of the machine"}, {vsn, "1"}]}, State),
    Loaded.

serve(State) ->
    receive
        {'EXIT', Pid, _} ->
            serve(State#state{running = lists:keydelete(Pid, 2, State#state.running)});
        {started, Name, Client, Answer} ->
            serve(started(Name, Client, Answer, State));
        {Reference, From, {start, Name, Type}} ->
            serve(start(Name, Type, {Reference, From}, State));
        {Reference, From, Question} ->
            {Answer, After} = answer(Question, State),
            From ! {Reference, Answer},
            serve(After);
        _ ->
            serve(State)
    end.

answer({load, Application}, State) -> load(Application, State);
answer({unload, Name}, #state{loaded = Loaded, running = Running} = State) ->
    case {lists:keymember(Name, 1, Loaded), lists:keymember(Name, 1, Running)} of
        {_, true} -> {{error, {running, Name}}, State};
        {true, false} -> {ok, State#state{loaded = lists:keydelete(Name, 1, Loaded)}};
        {false, false} -> {{error, {not_loaded, Name}}, State}
    end;
answer({stop, Name}, #state{running = Running} = State) ->
    case lists:keyfind(Name, 1, Running) of
        false -> {{error, {not_started, Name}}, State};
        {Name, Master} -> {stop(Master), State#state{running = lists:keydelete(Name, 1, Running)}}
    end;
answer(which, #state{running = Running} = State) ->
    {[description(Name, State) || {Name, _} <- Running], State};
answer(loaded, #state{loaded = Loaded} = State) ->
    {[description(Name, State) || {Name, _, _} <- Loaded], State};
answer({master, Name}, #state{running = Running} = State) ->
    case lists:keyfind(Name, 1, Running) of
        {Name, Master} when is_pid(Master) -> {Master, State};
        _ -> {undefined, State}
    end;
answer({env, Name}, State) -> {env(Name, State), State};
answer({keys, Name}, #state{loaded = Loaded} = State) ->
    case lists:keyfind(Name, 1, Loaded) of
        {Name, Keys, _} -> {Keys, State};
        false -> {[], State}
    end;
answer({of_module, Module}, #state{loaded = Loaded} = State) ->
    case [Name || {Name, Keys, _} <- Loaded, lists:member(Module, proplists:get_value(modules, Keys))] of
        [Name | _] -> {{ok, Name}, State};
        [] -> {undefined, State}
    end;
answer({change, Name, Change}, State) ->
    {ok, change(Name, Change(env(Name, State)), State)}.

%% What is set of an application that is not loaded is kept until it is.
env(Name, #state{loaded = Loaded, changed = Changed}) ->
    case lists:keyfind(Name, 1, Loaded) of
        {Name, _, Env} -> Env;
        false -> proplists:get_value(Name, Changed, [])
    end.

change(Name, Env, #state{loaded = Loaded, changed = Changed} = State) ->
    case lists:keyfind(Name, 1, Loaded) of
        {Name, Keys, _} -> State#state{loaded = lists:keystore(Name, 1, Loaded, {Name, Keys, Env})};
        false -> State#state{changed = lists:keystore(Name, 1, Changed, {Name, Env})}
    end.

description(Name, #state{loaded = Loaded}) ->
    {Name, Keys, _} = lists:keyfind(Name, 1, Loaded),
    {Name, proplists:get_value(description, Keys), proplists:get_value(vsn, Keys)}.

%% Loading.

load({application, Name, Said} = Application, State) -> load_said(Application, Name, Said, State);
load(Name, State) when is_atom(Name) ->
    case lists:keymember(Name, 1, State#state.loaded) of
        true -> {{error, {already_loaded, Name}}, State};
        false -> load_file(Name, State)
    end;
load(Application, State) -> {{error, {bad_application, Application}}, State}.

load_file(Name, State) ->
    File = atom_to_list(Name) ++ ".app",
    case code:where_is_file(File) of
        non_existing -> {{error, {"no such file or directory", File}}, State};
        Path ->
            {ok, Bytes} = avm_file:read(Path),
            case term(unicode:characters_to_list(Bytes)) of
                {application, Name, Said} -> load_said(Name, Name, Said, State);
                _ -> {{error, {bad_application, File}}, State}
            end
    end.

load_said(Asked, Name, Said, #state{loaded = Loaded} = State) ->
    case lists:keymember(Name, 1, Loaded) of
        true -> {{error, {already_loaded, Asked}}, State};
        false ->
            Keys = [{Key, proplists:get_value(Key, Said, Default)} || {Key, Default} <- ?DEFAULTS],
            Env = lists:foldl(fun({Key, Value}, Env) -> lists:keystore(Key, 1, Env, {Key, Value}) end,
                              proplists:get_value(env, Said, []), env(Name, State)),
            {ok, State#state{loaded = [{Name, Keys, Env} | Loaded]}}
    end.

term(Text) ->
    try
        {ok, Tokens, _} = erl_scan:string(Text),
        {ok, Term} = erl_parse:parse_term(Tokens),
        Term
    catch
        error:_ -> error
    end.

%% Starting and stopping.

start(Name, Type, Client, State) ->
    case lists:keymember(Name, 1, State#state.running) of
        true -> refuse({already_started, Name}, Client, State);
        false -> start_known(Name, Type, Client, State)
    end.

start_known(Name, Type, Client, State) ->
    case load(Name, State) of
        {ok, Loaded} -> start_loaded(Name, Type, Client, Loaded);
        {{error, {already_loaded, Name}}, Same} -> start_loaded(Name, Type, Client, Same);
        {{error, Reason}, Same} -> refuse(Reason, Client, Same)
    end.

refuse(Reason, {Reference, From}, State) ->
    From ! {Reference, {error, Reason}},
    State.

start_loaded(Name, Type, Client, #state{running = Running} = State) ->
    {Name, Keys, _} = lists:keyfind(Name, 1, State#state.loaded),
    Needed = proplists:get_value(applications, Keys) -- proplists:get_value(optional_applications, Keys),
    case [Other || Other <- Needed, not lists:keymember(Other, 1, Running)] of
        [] ->
            Controller = self(),
            Module = proplists:get_value(mod, Keys),
            _ = spawn_link(fun() -> master(Controller, Name, Module, Type, Client) end),
            State;
        [Other | _] ->
            refuse({not_started, Other}, Client, State)
    end.

started(Name, {Reference, From}, {ok, Master}, #state{running = Running} = State) ->
    From ! {Reference, ok},
    State#state{running = [{Name, Master} | Running]};
started(_, Client, {error, Reason}, State) ->
    refuse(Reason, Client, State).

master(Controller, Name, [], _, Client) ->
    Controller ! {started, Name, Client, {ok, none}};
master(Controller, Name, {Module, Arguments}, _, Client) ->
    process_flag(trap_exit, true),
    case catch Module:start(normal, Arguments) of
        {ok, Top} when is_pid(Top) -> master_of(Top, [], Controller, Name, Module, Client);
        {ok, Top, State} when is_pid(Top) -> master_of(Top, State, Controller, Name, Module, Client);
        {error, Reason} -> Controller ! {started, Name, Client, {error, {Reason, {Module, start, [normal, Arguments]}}}};
        Other -> Controller ! {started, Name, Client, {error, {bad_return, {{Module, start, [normal, Arguments]}, Other}}}}
    end.

master_of(Top, State, Controller, Name, Module, Client) ->
    link(Top),
    Controller ! {started, Name, Client, {ok, self()}},
    watch(Top, State, Module).

watch(Top, State, Module) ->
    receive
        {stop, From} ->
            Prepared = prepared(Module, State),
            exit(Top, shutdown),
            receive {'EXIT', Top, _} -> ok end,
            _ = catch Module:stop(Prepared),
            From ! {stopped, self()};
        {'EXIT', Top, Reason} ->
            _ = catch Module:stop(State),
            exit(Reason);
        _ ->
            watch(Top, State, Module)
    end.

prepared(Module, State) ->
    case erlang:function_exported(Module, prep_stop, 1) of
        true -> Module:prep_stop(State);
        false -> State
    end.

stop(none) -> ok;
stop(Master) ->
    Master ! {stop, self()},
    receive
        {stopped, Master} -> ok;
        {'EXIT', Master, _} -> ok
    end.
