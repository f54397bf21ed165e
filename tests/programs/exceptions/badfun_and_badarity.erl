%% Calls of what is no fun, or of one with other arguments
-module(badfun_and_badarity).
-export([start/0]).

start() ->
    each(fun(F) -> F(1) end, [a, 1, {lists, reverse}, "f", #{}]),
    None = fun() -> none end,
    Two = fun(_, _) -> two end,
    show(element(1, element(2, caught(fun() -> None(1) end)))),
    show(element(1, element(2, caught(fun() -> Two(1) end)))),
    show(element(2, element(2, element(2, caught(fun() -> Two([a]) end))))),
    show(caught(fun() -> (fun lists:reverse/1)([1, 2]) end)),
    show(element(1, element(2, caught(fun() -> (fun lists:reverse/1)([1, 2], []) end)))),
    show(caught(fun() -> apply(None, []) end)),
    show(element(1, element(2, caught(fun() -> apply(None, [a, b]) end)))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
