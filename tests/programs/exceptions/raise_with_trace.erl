%% erlang:raise makes what it is told, or badarg
-module(raise_with_trace).
-export([start/0]).

start() ->
    [show(try erlang:raise(Class, reason, []) catch C:R:S -> {C, R, S} end) || Class <- [error, exit, throw]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
