%% Signals of one sender come in their order: messages, exits, monitors, unlinks.
-module(signals_in_order).
-export([start/0]).

start() ->
    Self = self(),
    P1 = spawn(fun() -> collect(Self, []) end),
    [P1 ! N || N <- lists:seq(1, 5)],
    exit(P1, kill_me_not),
    [P1 ! N || N <- lists:seq(6, 9)],
    P1 ! report,
    show(receive {report, P1, L1} -> L1 after 50 -> dead end),
    P2 = spawn(fun() -> process_flag(trap_exit, true), Self ! go, collect(Self, []) end),
    receive go -> ok end,
    P2 ! a, exit(P2, reason), P2 ! b, exit(P2, normal), P2 ! c, exit(P2, {tuple}), P2 ! report,
    show(receive {report, P2, L2} -> [case M of {'EXIT', Self, R} -> {exit, R}; _ -> M end || M <- L2] after 50 -> dead end),
    P3 = spawn(fun() -> Self ! last_words, exit(bye) end),
    M3 = monitor(process, P3),
    show(receive X1 -> tag(X1) end),
    show(receive X2 -> tag(X2) end),
    demonitor(M3),
    P4 = spawn(fun() -> receive {go, To} -> [To ! N || N <- lists:seq(1, 100)], To ! done end end),
    P5 = spawn(fun() -> receive {go, To} -> [To ! -N || N <- lists:seq(1, 100)], To ! done end end),
    [P ! {go, self()} || P <- [P4, P5]],
    All = [receive M -> M end || _ <- lists:seq(1, 202)],
    show([[N || N <- All, is_integer(N), N > 0] =:= lists:seq(1, 100), [-N || N <- All, is_integer(N), N < 0] =:= lists:seq(1, 100)]),
    ok.

collect(To, L) -> receive report -> To ! {report, self(), lists:reverse(L)}; M -> collect(To, [M | L]) end.

tag({'DOWN', _, _, _, R}) -> {down, R};
tag(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).
