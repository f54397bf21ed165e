%% Applications: loading, their environment, starting and stopping them.
-module(applications).
-behaviour(application).
-export([start/0, start/2, prep_stop/1, stop/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    show(running, lists:sort([Name || {Name, _, _} <- application:which_applications()])),
    show(unknown, [application:get_env(kernel, unknown), application:get_env(nobody, key), application:get_env(nobody, key, default)]),
    show(none, [application:load(nobody), application:start(nobody), application:stop(nobody), application:unload(nobody)]),
    show(early, [application:set_env(mine, early, 1), application:get_env(mine, early)]),
    show(load, [application:load(specification()), application:load(specification())]),
    show(env, [application:get_env(mine, key), lists:sort(application:get_all_env(mine)), application:set_env(mine, key, new),
               application:get_env(mine, key), application:unset_env(mine, early), application:get_all_env(mine)]),
    show(keys, [application:get_key(mine, vsn), application:get_key(mine, applications), application:get_key(mine, nothing)]),
    show(start, [application:start(mine), is_pid(whereis(mine)), application:start(mine),
                 lists:keyfind(mine, 1, application:which_applications())]),
    show(unload, application:unload(mine)),
    show(stop, [application:stop(mine), whereis(mine), application:stop(mine), application:unload(mine)]),
    show(needs, [application:load({application, needy, [{applications, [kernel, stdlib, mine]}, {vsn, "2"}]}), application:start(needy)]),
    show(all, [application:load(specification()), application:ensure_all_started(needy), application:ensure_all_started(needy)]),
    show(modules, application:get_application(?MODULE)),
    ok.

specification() ->
    {application, mine, [{description, "one of mine"}, {vsn, "1.0"}, {modules, [?MODULE]}, {registered, [mine]},
        {applications, [kernel, stdlib]}, {env, [{key, value}]}, {mod, {?MODULE, argument}}]}.

start(Type, Argument) ->
    Pid = spawn_link(fun() -> register(mine, self()), receive stop -> ok end end),
    {ok, Pid, {Type, Argument}}.

prep_stop(State) -> {prepared, State}.

stop(State) -> show(stopping, State).

show(What, Value) -> io:format("~w: ~tp~n", [What, Value]).
