%% A parent that traps exits of many children and sorts them by reason and order.
-module(trapped_exits_sorted).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    Reasons = [normal, shutdown, {shutdown, x}, kill, crash, throw, error, timeout],
    Pids = [{spawn_link(fun() -> receive go -> end_by(R) end end), R} || R <- Reasons],
    [P ! go || {P, _} <- Pids],
    Exits = [receive {'EXIT', P, Why} -> {proplists:get_value(P, Pids), plain(Why)} after 100 -> none end || _ <- Pids],
    show(lists:sort(Exits)),
    show(process_info(self(), links)),
    Many = [spawn_link(fun() -> receive after N rem 5 -> exit({n, N}) end end) || N <- lists:seq(1, 50)],
    Got = [receive {'EXIT', P, {n, N}} -> {P, N} after 500 -> none end || _ <- Many],
    show(lists:sort([N || {_, N} <- Got]) =:= lists:seq(1, 50)),
    show(lists:sort([P || {P, _} <- Got]) =:= lists:sort(Many)),
    process_flag(trap_exit, false),
    Quiet = spawn_link(fun() -> exit(normal) end),
    timer:sleep(2),
    show({is_process_alive(Quiet), receive {'EXIT', Quiet, _} -> told after 0 -> not_told end}),
    ok.

end_by(throw) -> throw(ball);
end_by(error) -> error(bad);
end_by(timeout) -> receive never -> ok after 1 -> exit(too_late) end;
end_by(kill) -> exit(self(), kill), receive never -> ok end;
end_by(R) -> exit(R).

plain({R, [{_, _, _, _} | _]}) -> plain(R);
plain(R) -> R.

show(Term) -> io:format("~0p~n", [Term]).
