%% Messages of one sender arrive in order
-module(more_message_order).
-export([start/0]).

start() ->
    Me = self(),
    Senders = [spawn(fun() -> [Me ! {self(), N} || N <- lists:seq(1, 300)] end) || _ <- lists:seq(1, 5)],
    Received = [receive {S, N} -> {S, N} end || _ <- lists:seq(1, 1500)],
    show([[N || {From, N} <- Received, From =:= S] =:= lists:seq(1, 300) || S <- Senders]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
