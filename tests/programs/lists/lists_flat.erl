%% flatten, flatmap, flatlength, concat, join
-module(lists_flat).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:flatten([1, [2, [3, []], [[4]]], 5]) end)),
    show(caught(fun() -> lists:flatten([1, [2]], [tail]) end)),
    show(caught(fun() -> lists:flatten([a | b]) end)),
    show(caught(fun() -> lists:flatmap(fun(X) -> [X, X] end, [1, 2]) end)),
    show(caught(fun() -> lists:flatlength([1, [2, [3]], []]) end)),
    show(caught(fun() -> lists:concat([a, 1, "b", 2.5]) end)),
    show(caught(fun() -> lists:join(x, [1, 2, 3]) end)),
    show(caught(fun() -> lists:join(x, []) end)),
    show(caught(fun() -> lists:filtermap(fun(X) when X > 1 -> {true, X * 2}; (_) -> false end, [1, 2, 3]) end)),
    show(caught(fun() -> lists:enumerate([a, b]) end)),
    show(caught(fun() -> lists:enumerate(5, [a, b]) end)),
    show(caught(fun() -> lists:droplast([1, 2, 3]) end)),
    show(caught(fun() -> lists:droplast([]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
