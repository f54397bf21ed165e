%% Loading, replacing and throwing away modules.
%%
%% A module is found in the packs of the program, in the directories of the code path, in the machine's own libraries; a
%% machine without files has no such directories, and then the code path is empty.
%%
%% Invariant: a module has at most one old generation. What is loaded over it is refused until it is purged, but by
%% load_binary/3, which purges.
%%
%% Absent on purpose: a code server (the machine's tables are one), sticky directories, archives, code that is native.
-module(code).

-export([load_file/1, load_abs/1, load_binary/3, ensure_loaded/1, ensure_modules_loaded/1, atomic_load/1,
         prepare_loading/1, finish_loading/1]).
-export([delete/1, purge/1, soft_purge/1, is_loaded/1, all_loaded/0, all_available/0, module_status/0, module_status/1,
         modified_modules/0]).
-export([which/1, where_is_file/1, where_is_file/2, get_object_code/1, module_md5/1, get_chunk/2, is_module_native/1,
         objfile_extension/0]).
-export([get_path/0, set_path/1, add_path/1, add_patha/1, add_pathz/1, add_paths/1, add_pathsa/1, add_pathsz/1,
         del_path/1, replace_path/2, clash/0, rehash/0]).
-export([root_dir/0, lib_dir/0, lib_dir/1, lib_dir/2, priv_dir/1, compiler_dir/0, get_mode/0, stick_dir/1,
         unstick_dir/1, stick_mod/1, unstick_mod/1, is_sticky/1]).

%% Loading.

load_file(Module) when is_atom(Module) ->
    case avm_code:find(Module) of
        {File, Binary} -> load(Module, File, Binary);
        undefined -> {error, nofile}
    end.

load_abs(Path) ->
    Base = text(Path),
    Module = list_to_atom(filename:basename(Base)),
    case avm_code:read(Base ++ objfile_extension()) of
        {ok, Binary} -> load(Module, Base ++ objfile_extension(), Binary);
        {error, _} -> {error, nofile}
    end.

load_binary(Module, File, Binary) when is_atom(Module), is_binary(Binary), (is_list(File) orelse is_atom(File)) ->
    case erlang:module_loaded(Module) of
        true -> _ = purge(Module), ok;
        false -> ok
    end,
    load(Module, File, Binary).

ensure_loaded(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> {module, Module};
        false -> first_load(Module, load_quietly(Module))
    end.

%% Somebody else may have been quicker while the module's own function ran.
first_load(Module, {error, _} = Error) ->
    case erlang:module_loaded(Module) of
        true -> {module, Module};
        false -> Error
    end;
first_load(_, Loaded) ->
    Loaded.

load_quietly(Module) ->
    case avm_code:find(Module) of
        {File, Binary} -> load(Module, File, Binary);
        undefined -> {error, nofile}
    end.

ensure_modules_loaded(Modules) ->
    case [{Module, Reason} || Module <- Modules, {error, Reason} <- [ensure_loaded(Module)]] of
        [] -> ok;
        Failed -> {error, Failed}
    end.

load(Module, File, Binary) ->
    case erlang:prepare_loading(Module, Binary) of
        {error, Reason} -> refused(File, Reason);
        Prepared -> finish(Module, File, erlang:finish_loading([Prepared]))
    end.

finish(Module, File, ok) -> loaded(Module, File);
finish(Module, File, {on_load, _}) -> first_call(Module, File);
finish(_, File, {Reason, _}) -> refused(File, Reason).

loaded(Module, File) ->
    avm_code:set_file(Module, File),
    {module, Module}.

refused(File, Reason) ->
    error_logger:error_msg("Loading of ~ts failed: ~p\n", [File, Reason]),
    {error, Reason}.

%% The module's own function runs in a process of its own, and says by `ok` that the module may be called.
first_call(Module, File) ->
    {Pid, Monitor} = spawn_monitor(fun() -> exit({says, erlang:call_on_load_function(Module)}) end),
    receive
        {'DOWN', Monitor, process, Pid, {says, ok}} ->
            true = erlang:finish_after_on_load(Module, true),
            loaded(Module, File);
        {'DOWN', Monitor, process, Pid, Said} ->
            true = erlang:finish_after_on_load(Module, false),
            not_allowed(Module, Said),
            {error, on_load_failure}
    end.

not_allowed(Module, {says, Value}) ->
    error_logger:warning_msg("The on_load function for module ~s returned:~n~P\n", [Module, Value, 30]);
not_allowed(_, _) ->
    ok.

%% Loading of several modules, all or none.

atomic_load(Modules) ->
    case prepare_loading(Modules) of
        {ok, Prepared} -> finish_loading(Prepared);
        {error, _} = Error -> Error
    end.

prepare_loading(Modules) ->
    Made = [make(Module) || Module <- Modules],
    Names = [Name || {Name, _, _} <- Made],
    Failed = [{Name, Reason} || {Name, _, {error, Reason}} <- Made]
        ++ [{Name, duplicated} || Name <- lists:usort(Names -- lists:usort(Names))]
        ++ [{Name, on_load_not_allowed}
            || {Name, _, Prepared} <- Made, is_reference(Prepared), erlang:has_prepared_code_on_load(Prepared)],
    case Failed of
        [] -> {ok, {'$prepared$', Made}};
        _ -> {error, Failed}
    end.

make({Module, File, Binary}) ->
    {Module, File, erlang:prepare_loading(Module, Binary)};
make(Module) ->
    case avm_code:find(Module) of
        {File, Binary} -> make({Module, File, Binary});
        undefined -> {Module, "", {error, nofile}}
    end.

finish_loading({'$prepared$', Made}) ->
    case erlang:finish_loading([Prepared || {_, _, Prepared} <- Made]) of
        ok -> lists:foreach(fun({Module, File, _}) -> loaded(Module, File) end, Made);
        {Reason, Modules} -> {error, [{Module, Reason} || Module <- Modules]}
    end.

%% Throwing away.

delete(Module) when is_atom(Module) ->
    case erlang:check_old_code(Module) of
        true ->
            error_logger:error_msg("Module ~w must be purged before deleting\n", [Module]),
            false;
        false ->
            erlang:delete_module(Module) =:= true
    end.

%% Whether somebody was killed for it.
purge(Module) when is_atom(Module) ->
    case erlang:check_old_code(Module) of
        true ->
            Lingers = lingers(Module),
            erlang:purge_module(Module),
            Lingers;
        false ->
            false
    end.

soft_purge(Module) when is_atom(Module) ->
    case erlang:check_old_code(Module) of
        true -> not lingers(Module) andalso erlang:purge_module(Module);
        false -> true
    end.

lingers(Module) ->
    lists:any(fun(Pid) -> erlang:check_process_code(Pid, Module) end, erlang:processes()).

%% What there is.

is_loaded(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> {file, avm_code:file(Module)};
        false -> false
    end.

all_loaded() ->
    [{Module, avm_code:file(Module)} || Module <- erlang:loaded()].

all_available() ->
    [{atom_to_list(Module), File, true} || {Module, File} <- all_loaded()].

module_status() ->
    [{Module, module_status(Module)} || Module <- erlang:loaded()].

module_status(Modules) when is_list(Modules) ->
    [{Module, module_status(Module)} || Module <- Modules];
module_status(Module) ->
    case {erlang:module_loaded(Module), avm_code:find(Module)} of
        {false, _} -> not_loaded;
        {true, undefined} -> removed;
        {true, {_, Binary}} -> status(erlang:get_module_info(Module, md5), module_md5(Binary))
    end.

status(Md5, Md5) -> loaded;
status(_, _) -> modified.

modified_modules() ->
    [Module || {Module, modified} <- module_status()].

which(Module) when is_atom(Module) ->
    case is_loaded(Module) of
        {file, File} -> File;
        false ->
            case avm_code:find(Module) of
                {File, _} -> File;
                undefined -> non_existing
            end
    end.

where_is_file(File) ->
    where_is_file(get_path(), File).

where_is_file([], _) -> non_existing;
where_is_file([Directory | Rest], File) ->
    Path = filename:join(Directory, File),
    case avm_code:read(Path) of
        {ok, _} -> Path;
        {error, _} -> where_is_file(Rest, File)
    end.

get_object_code(Module) when is_atom(Module) ->
    case avm_code:find(Module) of
        {File, Binary} -> {Module, Binary, File};
        undefined -> error
    end.

module_md5(_Binary) -> erlang:nif_error(undef).

get_chunk(_Binary, _Name) -> erlang:nif_error(undef).

is_module_native(Module) ->
    case erlang:module_loaded(Module) of
        true -> false;
        false -> undefined
    end.

objfile_extension() -> ".beam".

%% The code path.

get_path() -> avm_code:path().

set_path(Path) ->
    case lists:all(fun is_text/1, Path) of
        true -> avm_code:set_path([text(Directory) || Directory <- Path]);
        false -> {error, bad_path}
    end.

add_path(Directory) -> add_pathz(Directory).

add_pathz(Directory) -> add(Directory, fun(Path, New) -> Path ++ [New] end).

add_patha(Directory) -> add(Directory, fun(Path, New) -> [New | Path] end).

add(Directory, Into) ->
    case is_text(Directory) andalso avm_code:is_directory(text(Directory)) of
        true -> avm_code:set_path(Into(lists:delete(text(Directory), get_path()), text(Directory)));
        false -> {error, bad_directory}
    end.

add_paths(Directories) -> add_pathsz(Directories).

add_pathsz(Directories) -> lists:foreach(fun add_pathz/1, Directories).

add_pathsa(Directories) -> lists:foreach(fun add_patha/1, Directories).

del_path(Name) ->
    Path = get_path(),
    case [Directory || Directory <- Path, is_named(text(Name), Directory)] of
        [] -> false;
        [Directory | _] -> avm_code:set_path(lists:delete(Directory, Path))
    end.

replace_path(Name, Directory) ->
    case avm_code:is_directory(text(Directory)) of
        true ->
            _ = del_path(Name),
            add_pathz(Directory);
        false -> {error, bad_directory}
    end.

clash() -> ok.

rehash() -> ok.

is_text(Text) -> is_atom(Text) orelse (is_list(Text) andalso lists:all(fun is_integer/1, Text)).

text(Text) when is_atom(Text) -> atom_to_list(Text);
text(Text) -> Text.

%% Applications by name: NAME or NAME-VERSION, with or without ebin below.

is_named(Name, Directory) when Name =:= Directory -> true;
is_named(Name, Directory) -> application(Directory) =:= Name.

application(Directory) ->
    Root = application_root(Directory),
    case string:split(filename:basename(Root), "-") of
        [Name | _] -> Name;
        [] -> ""
    end.

application_root(Directory) ->
    case filename:basename(Directory) of
        "ebin" -> filename:dirname(Directory);
        _ -> Directory
    end.

root_dir() ->
    case lib_dir(stdlib) of
        {error, bad_name} -> "";
        Directory -> filename:dirname(filename:dirname(Directory))
    end.

lib_dir() ->
    case root_dir() of
        "" -> "";
        Root -> filename:join(Root, "lib")
    end.

lib_dir(Name) ->
    case [application_root(Directory) || Directory <- get_path(), application(Directory) =:= text(Name)] of
        [Root | _] -> Root;
        [] -> {error, bad_name}
    end.

lib_dir(Name, Below) ->
    below(lib_dir(Name), Below).

priv_dir(Name) ->
    below(lib_dir(Name), priv).

below({error, _} = Error, _) -> Error;
below(Root, Below) -> filename:join(Root, text(Below)).

compiler_dir() -> lib_dir(compiler).

get_mode() -> interactive.

stick_dir(_) -> ok.

unstick_dir(_) -> ok.

stick_mod(_) -> true.

unstick_mod(_) -> true.

is_sticky(_) -> false.
