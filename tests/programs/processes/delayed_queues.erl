%% A queue of jobs due at times, kept by one process with receive after.
-module(delayed_queues).
-export([start/0]).

start() ->
    Self = self(),
    Q = spawn(fun() -> queue(Self, []) end),
    [Q ! {at, T, Name} || {T, Name} <- [{30, c}, {5, a}, {15, b}, {60, never}]],
    Q ! {cancel, never},
    show([receive {due, N} -> N after 500 -> none end || _ <- [1, 2, 3]]),
    show(receive {due, N} -> N after 50 -> nothing end),
    Q ! {at, 1, late},
    show(receive {due, N1} -> N1 after 100 -> none end),
    Q ! {pending, self()},
    show(receive {pending, P} -> P end),
    [Q ! {at, 10 - I, I} || I <- lists:seq(1, 9)],
    show([receive {due, I} -> I after 500 -> none end || _ <- lists:seq(1, 9)]),
    ok.

queue(Owner, Jobs) ->
    Now = erlang:monotonic_time(millisecond),
    Wait = case Jobs of [] -> infinity; [{At, _} | _] -> max(0, At - Now) end,
    receive
        {at, T, Name} -> queue(Owner, lists:sort([{Now + T, Name} | Jobs]));
        {cancel, Name} -> queue(Owner, lists:keydelete(Name, 2, Jobs));
        {pending, To} -> To ! {pending, length(Jobs)}, queue(Owner, Jobs)
    after Wait ->
        [{_, Due} | Rest] = Jobs,
        Owner ! {due, Due},
        queue(Owner, Rest)
    end.

show(Term) -> io:format("~0p~n", [Term]).
