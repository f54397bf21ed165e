%% timer: sleeping, conversions, messages and functions later, cancelled ones.
-module(timer_functions).
-export([start/0]).

start() ->
    show([timer:seconds(5), timer:minutes(2), timer:hours(1), timer:hms(1, 2, 3)]),
    show(timer:sleep(5)),
    {Time, Value} = timer:tc(fun() -> timer:sleep(3), done end),
    show({Time >= 3000, Value}),
    {_, Sum} = timer:tc(fun lists:sum/1, [[1, 2, 3]]),
    {_, Max} = timer:tc(lists, max, [[1, 2, 3]]),
    show({Sum, Max}),
    {ok, _} = timer:send_after(30, late),
    {ok, _} = timer:send_after(5, self(), early),
    {ok, Dropped} = timer:send_after(15, dropped),
    show(timer:cancel(Dropped)),
    show(timer:cancel(Dropped)),
    show([receive M -> M after 200 -> none end || _ <- [1, 2]]),
    show(receive M -> M after 30 -> none end),
    Self = self(),
    {ok, _} = timer:apply_after(5, erlang, send, [Self, applied]),
    show(receive M2 -> M2 after 500 -> none end),
    {ok, Interval} = timer:send_interval(4, tick),
    show([receive M3 -> M3 after 500 -> none end || _ <- [1, 2, 3]]),
    {ok, cancel} = timer:cancel(Interval),
    show(drained()),
    Victim = spawn(fun() -> receive never -> ok end end),
    Monitor = monitor(process, Victim),
    {ok, _} = timer:kill_after(5, Victim),
    show(receive {'DOWN', Monitor, _, _, Why} -> Why after 500 -> none end),
    Other = spawn(fun() -> receive never -> ok end end),
    Monitor2 = monitor(process, Other),
    {ok, _} = timer:exit_after(5, Other, enough),
    show(receive {'DOWN', Monitor2, _, _, Why2} -> Why2 after 500 -> none end),
    show([timer:send_after(-1, x), timer:send_after(x, x), timer:apply_after(1, a, b, c), timer:cancel(nonsense)]),
    ok.

drained() -> receive tick -> drained() after 20 -> drained end.

show(Term) -> io:format("~0p~n", [Term]).
