%% sort, usort, merge, umerge and funs that order
-module(lists_sorting).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:usort([3, 1, 2, 1, 3.0, 1.0]) end)),
    show(caught(fun() -> lists:sort(fun(A, B) -> A > B end, [3, 1, 2]) end)),
    show(caught(fun() -> lists:sort(fun({A, _}, {B, _}) -> A =< B end, [{2, a}, {1, b}, {2, c}, {1, d}]) end)),
    show(caught(fun() -> lists:usort(fun({A, _}, {B, _}) -> A =< B end, [{2, a}, {1, b}, {2, c}, {1, d}]) end)),
    show(caught(fun() -> lists:merge([1, 3, 5], [2, 3, 4]) end)),
    show(caught(fun() -> lists:umerge([1, 3, 5], [2, 3, 4]) end)),
    show(caught(fun() -> lists:merge([[1, 4], [2, 5], [3, 6]]) end)),
    show(caught(fun() -> lists:merge3([1, 4], [2, 5], [3, 6]) end)),
    show(caught(fun() -> lists:merge(fun(A, B) -> A >= B end, [5, 3, 1], [4, 2]) end)),
    show(caught(fun() -> lists:sort([]) end)),
    show(caught(fun() -> lists:sort([a | b]) end)),
    show(caught(fun() -> lists:sort(lists:seq(100, 1, -1)) =:= lists:seq(1, 100) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
