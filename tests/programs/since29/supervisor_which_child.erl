%% supervisor: one child looked at, by its id or by its pid.
-module(supervisor_which_child).

-behaviour(supervisor).
-export([start/0, init/1, child/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Supervisor} = supervisor:start_link(?MODULE, [specification(a, [ok]), specification(b, [ignore])]),
    show([shown(supervisor:which_child(Supervisor, Who)) || Who <- [a, b, nobody, self()]]),
    ok = supervisor:terminate_child(Supervisor, a),
    show(supervisor:which_child(Supervisor, a)),
    {ok, Simple} = supervisor:start_link(?MODULE, {simple_one_for_one, specification(dynamic, [])}),
    {ok, Pid} = supervisor:start_child(Simple, [ok]),
    show([shown(supervisor:which_child(Simple, Who)) || Who <- [Pid, dynamic, nobody, self()]]),
    ok = supervisor:terminate_child(Simple, Pid),
    show(supervisor:which_child(Simple, Pid)),
    ok.

shown({ok, {Id, Pid, Type, Modules}}) when is_pid(Pid) -> {ok, {Id, pid, Type, Modules}};
shown(Other) -> Other.

specification(Id, Arguments) -> #{id => Id, start => {?MODULE, child, Arguments}}.

init({simple_one_for_one, Child}) -> {ok, {#{strategy => simple_one_for_one}, [Child]}};
init(Children) -> {ok, {#{}, Children}}.

child(ok) -> {ok, spawn_link(fun() -> receive stop -> ok end end)};
child(ignore) -> ignore.

show(Term) -> io:format("~0p~n", [Term]).
