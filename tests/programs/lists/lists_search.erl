%% member, any, all, search, max, min, sum, last
-module(lists_search).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:member(1, [2, 1.0]) end)),
    show(caught(fun() -> lists:member(1, [2, 1]) end)),
    show(caught(fun() -> lists:any(fun(X) -> X > 2 end, [1, 2, 3]) end)),
    show(caught(fun() -> lists:all(fun(X) -> X > 2 end, []) end)),
    show(caught(fun() -> lists:search(fun(X) -> X > 1 end, [1, 2, 3]) end)),
    show(caught(fun() -> lists:search(fun(X) -> X > 5 end, [1, 2, 3]) end)),
    show(caught(fun() -> lists:max([1, 3.5, 2]) end)),
    show(caught(fun() -> lists:min([b, a, 1]) end)),
    show(caught(fun() -> lists:max([]) end)),
    show(caught(fun() -> lists:sum([1, 2.5, 1 bsl 70]) end)),
    show(caught(fun() -> lists:sum([]) end)),
    show(caught(fun() -> lists:last([1, 2]) end)),
    show(caught(fun() -> lists:last([]) end)),
    show(caught(fun() -> lists:sum([a]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
