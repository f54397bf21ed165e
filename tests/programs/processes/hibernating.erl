%% Hibernation: the stack is gone, messages wake, traces have the new frames.
-module(hibernating).

-export([start/0, woken/2, fails/0]).

start() ->
    Parent = self(),
    Pid = spawn(fun() ->
        put(kept, yes),
        try erlang:hibernate(?MODULE, woken, [Parent, [some, state]]) after Parent ! never_after end
    end),
    show(receive never_after -> wrong after 10 -> sleeping end),
    show(process_info(Pid, [status, message_queue_len])),
    Pid ! wake,
    show(receive {woken, Data} -> Data after 500 -> nothing end),
    show(receive never_after -> wrong after 10 -> no_after end),
    Early = spawn(fun() -> self() ! already, erlang:hibernate(?MODULE, woken, [Parent, early]) end),
    show(receive {woken, Data2} -> Data2 after 500 -> nothing end),
    {Failing, Monitor} = spawn_monitor(fun() -> (fun() -> erlang:hibernate(?MODULE, fails, []), ok end)() end),
    Failing ! go,
    receive {'DOWN', Monitor, process, Failing, {Reason, Stack}} -> show({Reason, [{M, F} || {M, F, _, _} <- Stack]}) end,
    show(is_process_alive(Early)),
    show([try apply(erlang, hibernate, A) catch C:R -> {C, R} end || A <- [["m", f, []], [m, 5, []], [m, f, x], [m, f, [a | b]]]]),
    {Undef, Monitor2} = spawn_monitor(fun() -> erlang:hibernate(?MODULE, not_there, [1]) end),
    Undef ! go,
    receive {'DOWN', Monitor2, process, Undef, {Reason2, [{_, F2, A2, _} | _]}} -> show({Reason2, F2, A2}) end,
    ok.

woken(Parent, State) ->
    Parent ! {woken, {State, get(kept), receive M -> M after 0 -> no_message end}}.

fails() ->
    receive go -> error(after_waking) end.

show(Term) -> io:format("~0p~n", [Term]).
