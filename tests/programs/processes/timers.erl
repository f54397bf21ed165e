%% Timers fire in order of their time; cancelled ones do not fire.
-module(timers).
-export([start/0]).

start() ->
    [erlang:send_after(Ms, self(), {after_ms, Ms}) || Ms <- [25, 1, 13]],
    erlang:display([receive {after_ms, Ms} -> Ms end || _ <- [1, 2, 3]]),
    Reference = erlang:start_timer(2, self(), hello),
    receive {timeout, Reference, Message} -> erlang:display(Message) end,
    Late = erlang:send_after(60000, self(), never),
    Left = erlang:cancel_timer(Late),
    erlang:display(is_integer(Left) andalso Left > 50000),
    erlang:display(erlang:cancel_timer(Late)),
    erlang:display(erlang:cancel_timer(Reference)),
    Soon = erlang:send_after(1, self(), soon),
    receive soon -> ok end,
    erlang:display(erlang:read_timer(Soon)),
    Far = erlang:start_timer(60000, self(), far),
    erlang:display(erlang:read_timer(Far) > 50000),
    erlang:cancel_timer(Far),
    register(timer_target, self()),
    erlang:send_after(1, timer_target, by_name),
    receive by_name -> erlang:display(by_name) end,
    unregister(timer_target),
    Before = erlang:monotonic_time(millisecond),
    receive after 10 -> ok end,
    erlang:display(erlang:monotonic_time(millisecond) - Before >= 10),
    erlang:display(receive Any -> Any after 3 -> nothing_left end),
    ok.
