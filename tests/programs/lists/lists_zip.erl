%% zip, unzip, zipwith, zip3
-module(lists_zip).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:zip([1, 2], [a, b]) end)),
    show(caught(fun() -> lists:zip([], []) end)),
    show(caught(fun() -> lists:zip([1, 2], [a]) end)),
    show(caught(fun() -> lists:unzip([{1, a}, {2, b}]) end)),
    show(caught(fun() -> lists:unzip3([{1, a, x}, {2, b, y}]) end)),
    show(caught(fun() -> lists:zip3([1, 2], [a, b], [x, y]) end)),
    show(caught(fun() -> lists:zipwith(fun(X, Y) -> X + Y end, [1, 2], [10, 20]) end)),
    show(caught(fun() -> lists:zipwith3(fun(X, Y, Z) -> {X, Y, Z} end, [1], [2], [3]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
