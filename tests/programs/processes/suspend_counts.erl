%% suspend_process counts, options, and who may not suspend or be resumed.
-module(suspend_counts).
-export([start/0]).

start() ->
    Parent = self(),
    Pid = spawn(fun() -> echo(Parent) end),
    show(erlang:suspend_process(Pid)),
    Pid ! one,
    show(receive {echo, M} -> M after 20 -> silent end),
    show(process_info(Pid, status)),
    show(erlang:suspend_process(Pid)),
    show(erlang:resume_process(Pid)),
    show(receive {echo, M2} -> M2 after 20 -> silent end),
    show(erlang:resume_process(Pid)),
    show(receive {echo, M3} -> M3 after 500 -> silent end),
    show(outcome(resume_process, [Pid])),
    show(erlang:suspend_process(Pid, [unless_suspending])),
    show(erlang:suspend_process(Pid, [unless_suspending])),
    show(erlang:resume_process(Pid)),
    show(outcome(resume_process, [Pid])),
    show(erlang:suspend_process(Pid, [asynchronous])),
    timer:sleep(5),
    show(process_info(Pid, status)),
    show(erlang:resume_process(Pid)),
    {Suspender, Monitor} = spawn_monitor(fun() -> erlang:suspend_process(Pid), Pid ! two end),
    receive {'DOWN', Monitor, process, Suspender, _} -> ok end,
    show(receive {echo, M4} -> M4 after 500 -> silent end),
    exit(Pid, kill),
    timer:sleep(5),
    show(outcome(suspend_process, [Pid])),
    show([outcome(F, A) || {F, A} <- [{suspend_process, [self()]}, {suspend_process, [x]}, {suspend_process, [self(), [x]]}, {resume_process, [self()]}, {resume_process, [x]}]]),
    ok.

echo(Parent) -> receive M -> Parent ! {echo, M}, echo(Parent) end.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
