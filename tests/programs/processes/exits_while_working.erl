%% Processes killed in loops, in receives, in natives.
-module(exits_while_working).
-export([start/0]).

start() ->
    Works = [{loop, fun() -> loop(0) end}, {wait, fun() -> receive never -> ok end end}, {sleep, fun() -> timer:sleep(100000) end}, {sort, fun() -> sort_for_ever() end},
             {big_numbers, fun() -> power_for_ever(3) end}, {binaries, fun() -> append_for_ever(<<>>) end}, {sending, fun() -> send_for_ever() end}, {catching, fun() -> catch_for_ever() end}],
    [show({Name, killed(Work, Reason)}) || {Name, Work} <- Works, Reason <- [kill, shutdown]],
    Self = self(),
    Holder = spawn(fun() -> register(held, self()), spawn_link(fun() -> Self ! {child, self()}, receive never -> ok end end), receive never -> ok end end),
    Child = receive {child, C} -> C end,
    M = monitor(process, Child),
    exit(Holder, kill),
    show(receive {'DOWN', M, _, _, Why} -> Why after 500 -> none end),
    show(whereis(held)),
    ok.

killed(Work, Reason) ->
    {Pid, M} = spawn_monitor(Work),
    timer:sleep(2),
    exit(Pid, Reason),
    receive {'DOWN', M, process, Pid, Why} -> Why after 2000 -> still_alive end.

loop(N) -> loop(N + 1).

sort_for_ever() -> lists:sort([(N * 7919) rem 1000 || N <- lists:seq(1, 1000)]), sort_for_ever().

power_for_ever(N) -> power_for_ever((N * N) rem (1 bsl 2000)).

append_for_ever(B) when byte_size(B) > 100000 -> append_for_ever(<<>>);
append_for_ever(B) -> append_for_ever(<<B/binary, 1, 2, 3>>).

send_for_ever() -> self() ! x, receive x -> send_for_ever() end.

catch_for_ever() -> catch exit(normal), try throw(x) catch _:_ -> ok end, catch_for_ever().

show(Term) -> io:format("~0p~n", [Term]).
