%% lists:duplicate, seq and append
-module(lists_duplicate).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:duplicate(3, x) end)),
    show(caught(fun() -> lists:duplicate(0, x) end)),
    show(caught(fun() -> lists:duplicate(-1, x) end)),
    show(caught(fun() -> lists:seq(1, 5) end)),
    show(caught(fun() -> lists:seq(5, 1) end)),
    show(caught(fun() -> lists:seq(1, 10, 3) end)),
    show(caught(fun() -> lists:seq(10, 1, -4) end)),
    show(caught(fun() -> lists:seq(1, 1, 0) end)),
    show(caught(fun() -> lists:seq(1, 0) end)),
    show(caught(fun() -> lists:append([[1], [2, 3], [], [4 | 5]]) end)),
    show(caught(fun() -> lists:append([1], [2]) end)),
    show(caught(fun() -> lists:append([], tail) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
