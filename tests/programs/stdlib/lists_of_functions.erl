%% lists: functions that take funs, with the order in which the funs are called.
-module(lists_of_functions).
-export([start/0]).

start() ->
    T = fun(X) -> io:format("<~w>", [X]), X end,
    show(lists:map(T, [1, 2, 3])),
    show(lists:foreach(T, [1, 2, 3])),
    show(lists:filter(fun(X) -> T(X) > 1 end, [1, 2, 3])),
    show(lists:foldl(fun(X, A) -> T(X) + A end, 0, [1, 2, 3])),
    show(lists:foldr(fun(X, A) -> T(X) + A end, 0, [1, 2, 3])),
    show(lists:all(fun(X) -> T(X) < 2 end, [1, 2, 3])),
    show(lists:any(fun(X) -> T(X) > 1 end, [1, 2, 3])),
    show(lists:mapfoldl(fun(X, A) -> {T(X), [X | A]} end, [], [1, 2, 3])),
    show(lists:mapfoldr(fun(X, A) -> {T(X), [X | A]} end, [], [1, 2, 3])),
    show(lists:flatmap(fun(X) -> [T(X), X] end, [1, 2])),
    show(lists:filtermap(fun(X) -> {true, T(X) * 2} end, [1, 2])),
    show(lists:takewhile(fun(X) -> T(X) < 2 end, [1, 2, 3])),
    show(lists:dropwhile(fun(X) -> T(X) < 2 end, [1, 2, 3])),
    show(lists:splitwith(fun(X) -> T(X) < 2 end, [1, 2, 3])),
    show(lists:partition(fun(X) -> T(X) rem 2 =:= 0 end, [1, 2, 3])),
    show(lists:search(fun(X) -> T(X) =:= 2 end, [1, 2, 3])),
    show(lists:keymap(T, 2, [{a, 1}, {b, 2}])),
    show(lists:zipwith(fun(X, Y) -> T(X) + Y end, [1, 2], [3, 4])),
    show(lists:uniq(T, [1, 2, 1])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
