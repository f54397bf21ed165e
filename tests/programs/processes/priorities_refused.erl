%% Priorities: of oneself, given when spawned, and which order they make.
-module(priorities_refused).
-export([start/0]).

start() ->
    Parent = self(),
    show([process_flag(priority, P) || P <- [low, normal, high, max, normal]]),
    process_flag(priority, max),
    [spawn_opt(fun() -> Parent ! {ran, Priority} end, [{priority, Priority}]) || Priority <- [low, normal, high]],
    timer:sleep(5),
    process_flag(priority, normal),
    Ran = [receive {ran, P} -> P end || _ <- [1, 2, 3]],
    show(lists:sort(Ran)),
    show([try process_flag(priority, P) catch C:R -> {C, R} end || P <- [medium, 1, "high"]]),
    {Pid, Monitor} = spawn_opt(fun() -> exit(process_info(self(), priority)) end, [monitor, {priority, high}]),
    show(receive {'DOWN', Monitor, _, Pid, Reason} -> Reason end),
    {Heir, Monitor2} = spawn_monitor(fun() -> process_flag(priority, low), {_, M} = spawn_monitor(fun() -> exit(process_info(self(), priority)) end),
                                              receive {'DOWN', M, _, _, R} -> exit(R) end end),
    show(receive {'DOWN', Monitor2, _, Heir, Reason2} -> Reason2 end),
    show(erlang:yield()),
    show(erlang:bump_reductions(100)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
