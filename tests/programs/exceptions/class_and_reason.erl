%% Every class, with reasons of every type
-module(class_and_reason).
-export([start/0]).

start() ->
    Reasons = [a, 1, 1.5, "text", <<"bits">>, {1, 2}, [], #{k => v}],
    [show(caught(fun() -> erlang:Class(Reason) end)) || Class <- [error, exit, throw], Reason <- Reasons],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
