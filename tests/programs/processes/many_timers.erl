%% A thousand timers: sorted by time, half of them cancelled, to names.
-module(many_timers).
-export([start/0]).

start() ->
    Timers = [{N, erlang:send_after(1 + (N * 37) rem 50, self(), {fired, (N * 37) rem 50, N})} || N <- lists:seq(1, 500)],
    Cancelled = [N || {N, T} <- Timers, N rem 2 =:= 0, erlang:cancel_timer(T) =/= false],
    show(length(Cancelled)),
    Fired = collect(500 - length(Cancelled)),
    Times = [T || {T, _} <- Fired],
    show(Times =:= lists:sort(Times)),
    show(lists:all(fun({_, N}) -> N rem 2 =:= 1 end, Fired)),
    show(lists:sum([N || {_, N} <- Fired])),
    register(timer_target, self()),
    erlang:send_after(1, timer_target, named),
    show(receive named -> came after 100 -> lost end),
    erlang:send_after(10, timer_target, renamed),
    unregister(timer_target),
    show(receive renamed -> came after 30 -> lost end),
    T = erlang:start_timer(3, self(), payload),
    show(erlang:read_timer(T) =< 3),
    show(receive {timeout, T, P} -> P after 100 -> lost end),
    show([erlang:read_timer(T), erlang:cancel_timer(T)]),
    Owner = spawn(fun() -> receive {make, To} -> To ! erlang:send_after(1000, To, from_dead) end end),
    Owner ! {make, self()},
    Orphan = receive R when is_reference(R) -> R end,
    timer:sleep(2),
    show(is_integer(erlang:cancel_timer(Orphan))),
    ok.

collect(0) -> [];
collect(N) -> receive {fired, T, I} -> [{T, I} | collect(N - 1)] after 500 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).
