%% ++ and -- and how they group
-module(operators_of_lists).
-export([start/0]).

start() ->
    show(caught(fun() -> [1, 2] ++ [3] ++ [] ++ [4] end)),
    show(caught(fun() -> [1, 2, 3] -- [2] -- [3] end)),
    show(caught(fun() -> ([1, 2, 3] -- [2]) -- [3] end)),
    show(caught(fun() -> [1, 2, 1, 2] -- [1, 1, 1] end)),
    show(caught(fun() -> [a] ++ b end)),
    show(caught(fun() -> [1.0, 1] -- [1] end)),
    show(caught(fun() -> "abc" ++ [$d | "ef"] end)),
    show(caught(fun() -> [] ++ [] end)),
    show(caught(fun() -> [] -- [x] end)),
    show(caught(fun() -> [{1}, {2}] -- [{1}] end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
