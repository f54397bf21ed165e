%% supervisor: children started, ended and looked at by request.
-module(supervisor_children).

-behaviour(supervisor).
-export([start/0, init/1, child/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Supervisor} = supervisor:start_link({local, the_supervisor}, ?MODULE, []),
    Ask = fun(Function, Argument) -> show({Function, shown(supervisor:Function(the_supervisor, Argument))}) end,
    look(Supervisor),
    [Ask(start_child, Child) || Child <- [child(a, ok), child(b, ok), child(c, info), child(d, ignore), child(e, error),
                                          child(f, exit), child(g, odd), child(h, throw), nonsense, #{id => i},
                                          (child(t, ok))#{restart => temporary},
                                          (child(u, ignore))#{restart => temporary},
                                          (child(s, ok))#{type => supervisor}]],
    look({global, nobody}, Supervisor),
    [Ask(Function, Id) || Function <- [restart_child, delete_child, get_childspec], Id <- [a, d, t, u, nobody, self()]],
    [Ask(terminate_child, Id) || Id <- [a, a, d, t, t, nobody, pid, self()]],
    look(Supervisor),
    [Ask(get_childspec, Id) || Id <- [a, t, s, first]],
    [Ask(restart_child, Id) || Id <- [a, t, d]],
    [Ask(terminate_child, Id) || Id <- [a, b]],
    [Ask(start_child, child(Id, ok)) || Id <- [a, b, c]],
    [Ask(delete_child, Id) || Id <- [a, b, b, c]],
    look(Supervisor),
    [Ask(start_child, child(Id, ok)) || Id <- [b, a]],
    look(Supervisor),
    gen_server:stop(Supervisor),
    ok.

look(_, Supervisor) -> look(Supervisor).

look(Supervisor) ->
    show([{Id, kind(Pid), Type, Modules} || {Id, Pid, Type, Modules} <- supervisor:which_children(Supervisor)]),
    show(supervisor:count_children(Supervisor)).

kind(Pid) when is_pid(Pid) -> is_process_alive(Pid);
kind(Other) -> Other.

shown({ok, Pid}) when is_pid(Pid) -> {ok, pid};
shown({ok, Pid, Info}) when is_pid(Pid) -> {ok, pid, Info};
shown({ok, Map}) when is_map(Map) -> lists:sort(maps:to_list(Map));
shown({error, {already_started, Pid}}) when is_pid(Pid) -> {error, {already_started, pid}};
shown(Other) -> Other.

child(Id, How) -> #{id => Id, start => {?MODULE, child, [How]}}.

init([]) -> {ok, {#{}, [(child(first, ok))#{restart => temporary}]}}.

child(ok) -> {ok, spawn_link(fun() -> receive stop -> ok end end)};
child(info) -> {ok, spawn_link(fun() -> receive stop -> ok end end), some_info};
child(ignore) -> ignore;
child(error) -> {error, refused};
child(exit) -> exit(leaves);
child(odd) -> odd;
child(throw) -> throw(thrown).

show(Term) -> io:format("~0p~n", [Term]).
