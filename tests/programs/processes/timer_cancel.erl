%% Timers read, cancelled and too late
-module(timer_cancel).
-export([start/0]).

start() ->
    A = erlang:send_after(10000, self(), never),
    show(is_integer(erlang:read_timer(A))),
    show(is_integer(erlang:cancel_timer(A))),
    show(erlang:cancel_timer(A)),
    show(erlang:read_timer(A)),
    B = erlang:start_timer(1, self(), text),
    show(receive {timeout, B, text} -> fired end),
    show(erlang:cancel_timer(B)),
    show(caught(fun() -> erlang:send_after(-1, self(), x) end)),
    show(caught(fun() -> erlang:send_after(a, self(), x) end)),
    show(caught(fun() -> erlang:cancel_timer(x) end)),
    C = erlang:start_timer(100, nobody_here, m),
    show(is_integer(erlang:cancel_timer(C))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
