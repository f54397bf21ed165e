%% Messages from one process to another arrive in the order they were sent.
-module(message_order).
-export([start/0]).

start() ->
    Self = self(),
    Count = 2000,
    spawn(fun() -> [Self ! {a, N} || N <- lists:seq(1, Count)] end),
    spawn(fun() -> [Self ! {b, N} || N <- lists:seq(1, Count)] end),
    erlang:display(ordered(1, 1, Count)),
    Relay = spawn(fun() -> relay(Self) end),
    [Relay ! N || N <- lists:seq(1, 500)],
    Relay ! done,
    erlang:display(lists:sum(collect())),
    Result = (self() ! value),
    erlang:display({Result, receive X -> X end}),
    self() ! a, self() ! b,
    erlang:display({receive Y -> Y end, receive Z -> Z end}),
    ok.

ordered(A, B, Count) when A > Count, B > Count -> in_order;
ordered(A, B, Count) ->
    receive
        {a, N} -> A = N, ordered(A + 1, B, Count);
        {b, N} -> B = N, ordered(A, B + 1, Count)
    end.

relay(To) ->
    receive
        done -> To ! done;
        N -> To ! N, relay(To)
    end.

collect() ->
    receive
        done -> [];
        N -> [N | collect()]
    end.
