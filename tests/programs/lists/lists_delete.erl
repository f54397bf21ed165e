%% delete, subtract, uniq, prefix, suffix, reverse
-module(lists_delete).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:delete(2, [1, 2, 3, 2]) end)),
    show(caught(fun() -> lists:delete(2, [1, 2.0]) end)),
    show(caught(fun() -> lists:subtract([1, 2, 3, 2], [2, 1, 9]) end)),
    show(caught(fun() -> lists:uniq([1, 2, 1, 1.0, 2]) end)),
    show(caught(fun() -> lists:uniq(fun({K, _}) -> K end, [{a, 1}, {b, 2}, {a, 3}]) end)),
    show(caught(fun() -> lists:prefix("ab", "abc") end)),
    show(caught(fun() -> lists:prefix("", "abc") end)),
    show(caught(fun() -> lists:prefix("abd", "abc") end)),
    show(caught(fun() -> lists:suffix("bc", "abc") end)),
    show(caught(fun() -> lists:suffix("abc", "bc") end)),
    show(caught(fun() -> lists:reverse([1, 2, 3]) end)),
    show(caught(fun() -> lists:reverse([1, 2], [3 | tail]) end)),
    show(caught(fun() -> lists:reverse([1 | 2]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
