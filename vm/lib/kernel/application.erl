%% Applications: what is asked of those that are known, and starting them.
%%
%% Everything is asked of application_controller, which holds what is known.
%%
%% Absent on purpose: what the application of a process is, since processes keep the group leader of who started them;
%% distributed and permitted applications.
-module(application).

-export([load/1, load/2, unload/1, loaded_applications/0, which_applications/0, which_applications/1, info/0]).
-export([start/1, start/2, ensure_started/1, ensure_started/2, ensure_all_started/1, ensure_all_started/2,
         ensure_all_started/3, stop/1, start_type/0]).
-export([get_env/1, get_env/2, get_env/3, get_all_env/0, get_all_env/1, get_key/1, get_key/2, get_all_key/0,
         get_all_key/1, get_application/0, get_application/1, set_env/1, set_env/2, set_env/3, set_env/4,
         unset_env/2, unset_env/3]).

-callback start(normal | {takeover | failover, node()}, Arguments :: term()) ->
    {ok, pid()} | {ok, pid(), State :: term()} | {error, term()}.
-callback stop(State :: term()) -> term().

%% What is known of applications.

load(Application) -> application_controller:load_application(Application).
load(Application, _Distribution) -> load(Application).

unload(Name) -> application_controller:unload_application(Name).
loaded_applications() -> application_controller:loaded_applications().
which_applications() -> application_controller:which_applications().
which_applications(Timeout) -> application_controller:which_applications(Timeout).
info() -> application_controller:info().

%% Starting and stopping.

start(Name) -> start(Name, temporary).

start(Application, Type) ->
    case load(Application) of
        ok -> application_controller:start_application(name(Application), Type);
        {error, {already_loaded, Name}} -> application_controller:start_application(Name, Type);
        Error -> Error
    end.

name(Application) when is_tuple(Application) -> element(2, Application);
name(Name) -> Name.

ensure_started(Name) -> ensure_started(Name, temporary).

ensure_started(Name, Type) ->
    case start(Name, Type) of
        {error, {already_started, Name}} -> ok;
        Result -> Result
    end.

ensure_all_started(Names) -> ensure_all_started(Names, temporary).
ensure_all_started(Names, Type) -> ensure_all_started(Names, Type, serial).

ensure_all_started(Name, Type, Mode) when is_atom(Name) -> ensure_all_started([Name], Type, Mode);
ensure_all_started(Names, Type, _Mode) ->
    case all_started(Names, Type, []) of
        {ok, Started} ->
            {ok, lists:reverse(Started)};
        {error, Reason, Started} ->
            lists:foreach(fun stop/1, Started),
            {error, Reason}
    end.

%% Started are those that this call started, the last first.
all_started([], _, Started) -> {ok, Started};
all_started([Name | Names], Type, Started) ->
    case with_needed(Name, Type, Started) of
        {ok, More} -> all_started(Names, Type, More);
        Error -> Error
    end.

with_needed(Name, Type, Started) ->
    case start(Name, Type) of
        ok -> {ok, [Name | Started]};
        {error, {already_started, Name}} -> {ok, Started};
        {error, {not_started, Needed}} -> after_needed(Needed, Name, Type, Started);
        {error, Reason} -> {error, {Name, Reason}, Started}
    end.

after_needed(Needed, Name, Type, Started) ->
    case with_needed(Needed, Type, Started) of
        {ok, More} -> with_needed(Name, Type, More);
        Error -> Error
    end.

stop(Name) -> application_controller:stop_application(Name).

start_type() -> application_controller:start_type(group_leader()).

%% What is set.

get_env(Key) -> application_controller:get_pid_env(group_leader(), Key).
get_env(Name, Key) -> application_controller:get_env(Name, Key).

get_env(Name, Key, Default) ->
    case get_env(Name, Key) of
        {ok, Value} -> Value;
        undefined -> Default
    end.

get_all_env() -> application_controller:get_pid_all_env(group_leader()).
get_all_env(Name) -> application_controller:get_all_env(Name).
get_key(Key) -> application_controller:get_pid_key(group_leader(), Key).
get_key(Name, Key) -> application_controller:get_key(Name, Key).
get_all_key() -> application_controller:get_pid_all_key(group_leader()).

get_all_key(Name) ->
    case application_controller:get_all_key(Name) of
        [] -> undefined;
        Keys -> Keys
    end.

get_application() -> get_application(group_leader()).

get_application(Pid) when is_pid(Pid) -> application_controller:get_application(Pid);
get_application(Module) when is_atom(Module) -> application_controller:get_application_module(Module).

set_env(Config) -> set_env(Config, []).

set_env(Config, Options) when is_list(Config), is_list(Options) ->
    _ = lists:foldl(fun new_config/2, [], Config),
    application_controller:set_env(Config, Options).

set_env(Name, Key, Value) -> application_controller:set_env(Name, Key, Value).
set_env(Name, Key, Value, Options) -> application_controller:set_env(Name, Key, Value, options(Options)).

unset_env(Name, Key) -> application_controller:unset_env(Name, Key).
unset_env(Name, Key, Options) -> application_controller:unset_env(Name, Key, options(Options)).

options(Options) when is_list(Options) -> Options;
options(Timeout) -> [{timeout, Timeout}].

%% A configuration has names of applications, each once, with parameters of theirs, each once.
new_config({Name, Parameters}, Seen) when is_atom(Name), is_list(Parameters) ->
    lists:member(Name, Seen) andalso wrong("duplicate application config: ~tp", [Name]),
    _ = lists:foldl(fun(Parameter, Keys) -> new_parameter(Parameter, Keys, Name) end, [], Parameters),
    [Name | Seen];
new_config(Wrong, _) ->
    wrong("invalid application config: ~tp", [Wrong]).

new_parameter({Key, _}, Seen, Name) when is_atom(Key) ->
    lists:member(Key, Seen) andalso wrong("application: ~tp; duplicate parameter: ~tp", [Name, Key]),
    [Key | Seen];
new_parameter(Wrong, _, Name) ->
    wrong("application: ~tp; invalid parameter: ~tp", [Name, Wrong]).

wrong(Format, Arguments) ->
    erlang:error({badarg, lists:flatten(io_lib:format(Format, Arguments))}).
