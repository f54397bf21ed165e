%% Folds from both sides
-module(lists_fold).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:foldl(fun(X, A) -> [X | A] end, [], [1, 2, 3]) end)),
    show(caught(fun() -> lists:foldr(fun(X, A) -> [X | A] end, [], [1, 2, 3]) end)),
    show(caught(fun() -> lists:foldl(fun(X, A) -> {A, X} end, z, [a, b, c]) end)),
    show(caught(fun() -> lists:foldr(fun(X, A) -> {X, A} end, z, [a, b, c]) end)),
    show(caught(fun() -> lists:foldl(fun(_, A) -> A end, empty, []) end)),
    show(caught(fun() -> lists:mapfoldl(fun(X, A) -> {X * A, A + X} end, 1, [1, 2, 3]) end)),
    show(caught(fun() -> lists:mapfoldr(fun(X, A) -> {X * A, A + X} end, 1, [1, 2, 3]) end)),
    show(caught(fun() -> lists:foldl(fun(X, A) when X > A -> X; (_, A) -> A end, 0, [3, 9, 2]) end)),
    show(caught(fun() -> lists:foldl(fun(1, A) -> A end, 0, [1, 2]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
