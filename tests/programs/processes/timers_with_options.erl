%% Timers with absolute times and asynchronous cancelling, and refused arguments.
-module(timers_with_options).
-export([start/0]).

start() ->
    Now = erlang:monotonic_time(millisecond),
    T1 = erlang:send_after(Now + 20, self(), absolute, [{abs, true}]),
    show(is_integer(erlang:read_timer(T1))),
    show(receive absolute -> erlang:monotonic_time(millisecond) >= Now + 20 after 500 -> late end),
    show(erlang:read_timer(T1)),
    T2 = erlang:start_timer(5, self(), {some, term}),
    show(receive {timeout, T2, What} -> What after 500 -> late end),
    T3 = erlang:start_timer(Now, self(), past, [{abs, true}]),
    show(receive {timeout, T3, past} -> at_once after 100 -> late end),
    T4 = erlang:send_after(1000, self(), never),
    show(erlang:cancel_timer(T4, [{async, true}])),
    show(receive {cancel_timer, T4, Left} -> is_integer(Left) after 500 -> no_answer end),
    show(erlang:cancel_timer(T4, [{async, true}])),
    show(receive {cancel_timer, T4, Left2} -> Left2 after 500 -> no_answer end),
    T5 = erlang:send_after(1000, self(), never),
    show(erlang:cancel_timer(T5, [{info, false}])),
    show(erlang:cancel_timer(T5, [{info, false}, {async, true}])),
    T6 = erlang:send_after(1000, self(), never),
    show(erlang:read_timer(T6, [{async, true}])),
    show(receive {read_timer, T6, Left3} -> Left3 > 500 after 500 -> no_answer end),
    show(is_integer(erlang:cancel_timer(T6))),
    show(erlang:cancel_timer(make_ref())),
    Pid = spawn(fun() -> receive forever -> ok end end),
    T7 = erlang:send_after(100000, Pid, x),
    show(is_integer(erlang:read_timer(T7))),
    exit(Pid, kill),
    timer:sleep(5),
    show(erlang:read_timer(T7)),
    show([outcome(F, A) || {F, A} <- [{send_after, [-1, self(), m]}, {send_after, [x, self(), m]}, {send_after, [1, "x", m]}, {send_after, [1, self(), m, [x]]},
                                      {start_timer, [1.5, self(), m]}, {start_timer, [16#FFFFFFFFFFFFFFFFFF, self(), m]}, {cancel_timer, [x]},
                                      {cancel_timer, [T1, x]}, {read_timer, [self()]}, {read_timer, [T1, [{async, maybe_so}]]}]]),
    show(is_reference(erlang:send_after(1, nobody_here, m))),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
