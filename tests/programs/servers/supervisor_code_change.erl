%% supervisor: new flags and specifications by a change of code.
-module(supervisor_code_change).

-behaviour(supervisor).
-export([start/0, init/1, child/0]).

start() ->
    ok = logger:set_primary_config(level, none),
    Table = ets:new(table, [public]),
    ets:insert(Table, {init, {ok, {#{}, [child(a), child(b), child(c)]}}}),
    {ok, Supervisor} = supervisor:start_link(?MODULE, Table),
    {ok, _} = supervisor:start_child(Supervisor, child(d)),
    [show(changed(Supervisor, Table, Init))
     || Init <- [{ok, {#{}, [child(a), child(b), child(c)]}}, {ok, {#{}, [child(b), child(e), child(a)]}},
                 {ok, {#{}, [child(b), child(b)]}}, {ok, {#{}, [nonsense]}}, {ok, {#{strategy => odd}, []}}, ignore,
                 {ok, {#{intensity => 7, strategy => one_for_all}, [(child(a))#{restart => temporary}]}}]],
    show(lists:sort(maps:to_list(element(2, supervisor:get_childspec(Supervisor, a))))),
    show([is_pid(element(2, supervisor:restart_child(Supervisor, e)))]),
    show(supervisor:count_children(Supervisor)),
    show(supervisor:get_callback_module(Supervisor)),
    gen_server:stop(Supervisor),
    ets:insert(Table, {init, {ok, {#{strategy => simple_one_for_one}, [child(a)]}}}),
    {ok, Simple} = supervisor:start_link(?MODULE, Table),
    {ok, Pid} = supervisor:start_child(Simple, []),
    [begin
         show(changed(Simple, Table, {ok, {#{strategy => simple_one_for_one}, Children}})),
         show(supervisor:get_childspec(Simple, Pid) =:= supervisor:get_childspec(Simple, Pid))
     end || Children <- [[child(b)], [child(a), child(b)], [#{id => x}], []]],
    ok.

changed(Supervisor, Table, Init) ->
    ets:insert(Table, {init, Init}),
    ok = sys:suspend(Supervisor),
    Result = sys:change_code(Supervisor, ?MODULE, old, extra),
    ok = sys:resume(Supervisor),
    {without_map(Result), [{Id, is_pid(Pid), Modules} || {Id, Pid, _, Modules} <- supervisor:which_children(Supervisor)]}.

%% How maps are laid out differs between releases.
without_map({error, {error, {ok, {Ids, Map}}}}) -> {not_one, lists:sort(Ids), map_size(Map)};
without_map(Result) -> Result.

child(Id) -> #{id => Id, start => {?MODULE, child, []}}.

init(Table) -> ets:lookup_element(Table, init, 2).

child() -> {ok, spawn_link(fun() -> receive stop -> ok end end)}.

show(Term) -> io:format("~0p~n", [Term]).
