%% link and unlink of the dead, the living and oneself, with exits trapped.
-module(link_races).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    Dead = spawn(fun() -> ok end),
    wait_dead(Dead),
    show(link(Dead)),
    show(receive {'EXIT', Dead, Reason} -> Reason after 50 -> nothing end),
    show(unlink(Dead)),
    show(link(self())),
    show(process_info(self(), links)),
    Live = spawn_link(fun() -> receive Reason1 -> exit(Reason1) end end),
    show(link(Live)),
    show(link(Live)),
    show(process_info(self(), links) =:= {links, [Live]}),
    show(unlink(Live)),
    show(process_info(self(), links)),
    Live ! unseen,
    wait_dead(Live),
    show(receive {'EXIT', Live, _} -> seen after 20 -> unseen end),
    Late = spawn_link(fun() -> exit(at_once) end),
    wait_dead(Late),
    show(unlink(Late)),
    show(receive {'EXIT', Late, Reason2} -> Reason2 after 20 -> nothing end),
    process_flag(trap_exit, false),
    show(try link(Dead) catch C:R -> {C, R} end),
    show([try link(X) catch C2:R2 -> {C2, R2} end || X <- [x, 1, make_ref(), "pid"]]),
    show([try unlink(X) catch C3:R3 -> {C3, R3} end || X <- [x, 1, make_ref()]]),
    Child = spawn(fun() -> receive go -> link(Dead) end, receive after 100 -> survived end end),
    Watch = erlang:monitor(process, Child),
    Child ! go,
    {Reason9, [{M9, F9, A9, _} | _]} = receive {'DOWN', Watch, process, Child, Why} -> Why end,
    show({Reason9, M9, F9, length(A9)}),
    ok.

wait_dead(Pid) ->
    Reference = monitor(process, Pid),
    receive {'DOWN', Reference, process, Pid, Reason} -> Reason end.

show(Term) -> io:format("~0p~n", [Term]).
