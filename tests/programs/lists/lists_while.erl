%% takewhile, dropwhile, splitwith, partition
-module(lists_while).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:takewhile(fun(X) -> X < 3 end, [1, 2, 3, 1]) end)),
    show(caught(fun() -> lists:dropwhile(fun(X) -> X < 3 end, [1, 2, 3, 1]) end)),
    show(caught(fun() -> lists:splitwith(fun(X) -> X < 3 end, [1, 2, 3, 1]) end)),
    show(caught(fun() -> lists:partition(fun(X) -> X < 3 end, [1, 2, 3, 1]) end)),
    show(caught(fun() -> lists:filter(fun(X) -> X < 3 end, [1, 2, 3, 1]) end)),
    show(caught(fun() -> lists:takewhile(fun(_) -> true end, [a]) end)),
    show(caught(fun() -> lists:dropwhile(fun(_) -> true end, [a]) end)),
    show(caught(fun() -> lists:filter(fun(_) -> maybe_true end, [a]) end)),
    show(caught(fun() -> lists:partition(fun(X) -> X end, [true, false, true]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
