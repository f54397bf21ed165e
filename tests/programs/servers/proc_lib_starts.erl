%% proc_lib: start, init_ack, init_fail by exits, spawned processes.
-module(proc_lib_starts).

-export([start/0, child/2, fails/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    show(shape(proc_lib:start(?MODULE, child, [self(), {ok, ready}]))),
    show(shape(proc_lib:start_link(?MODULE, child, [self(), {error, not_today}]))),
    show(drained()),
    show(shape(proc_lib:start_link(?MODULE, fails, [exit]))),
    show(drained()),
    show(shape(proc_lib:start(?MODULE, fails, [normal]))),
    show(shape(proc_lib:start_link(?MODULE, fails, [slow], 5))),
    show(drained()),
    Self = self(),
    Pid = proc_lib:spawn(fun() -> Self ! {info, get('$initial_call'), length(get('$ancestors'))}, receive stop -> ok end end),
    show(receive {info, {M, _, A}, N} -> {M, A, N} after 500 -> none end),
    show(proc_lib:initial_call(Pid) =/= false),
    {proc_lib, init_p, _} = proc_lib:translate_initial_call(spawn(fun() -> receive x -> ok end end)) =:= x orelse {proc_lib, init_p, 5},
    exit(Pid, kill),
    Linked = proc_lib:spawn_link(?MODULE, child, [Self, {ok, linked}]),
    show(receive {ack, Linked, What} -> What; {Linked, _} -> other after 100 -> nothing end),
    exit(Linked, shutdown),
    show(receive {'EXIT', Linked, Why} -> Why after 500 -> none end),
    {Mon, Ref} = proc_lib:spawn_opt(fun() -> exit(by_itself) end, [monitor]),
    show(receive {'DOWN', Ref, _, Mon, Why2} -> Why2 after 500 -> none end),
    Stoppable = proc_lib:spawn(fun() -> proc_lib:hibernate(?MODULE, fails, [forever]) end),
    exit(Stoppable, kill),
    show(is_process_alive(Stoppable)),
    ok.

child(Parent, Answer) -> proc_lib:init_ack(Parent, Answer), receive stop -> ok end.

fails(exit) -> exit(failed_in_init);
fails(normal) -> ok;
fails(slow) -> timer:sleep(1000);
fails(forever) -> receive never -> ok end.

shape({ok, X}) -> {ok, X};
shape(Other) -> Other.

drained() -> receive {'EXIT', _, Reason} -> [Reason | drained()] after 20 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).
