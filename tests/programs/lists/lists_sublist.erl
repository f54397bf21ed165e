%% lists:sublist, nthtail and split
-module(lists_sublist).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:sublist([1, 2, 3, 4], 2) end)),
    show(caught(fun() -> lists:sublist([1, 2, 3, 4], 0) end)),
    show(caught(fun() -> lists:sublist([1, 2, 3, 4], 9) end)),
    show(caught(fun() -> lists:sublist([1, 2, 3, 4], 2, 2) end)),
    show(caught(fun() -> lists:sublist([1, 2, 3, 4], 5, 2) end)),
    show(caught(fun() -> lists:sublist([], 3) end)),
    show(caught(fun() -> lists:nthtail(2, [a, b, c]) end)),
    show(caught(fun() -> lists:nthtail(3, [a, b, c]) end)),
    show(caught(fun() -> lists:split(0, [a, b]) end)),
    show(caught(fun() -> lists:split(2, [a, b, c]) end)),
    show(caught(fun() -> lists:split(9, [a, b]) end)),
    show(caught(fun() -> lists:nth(1, [a, b]) end)),
    show(caught(fun() -> lists:nth(2, [a, b]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
