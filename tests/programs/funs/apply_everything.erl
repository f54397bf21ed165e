%% All the ways to call
-module(apply_everything).
-export([start/0]).

start() ->
    show(caught(fun() -> apply(lists, reverse, [[1, 2]]) end)),
    show(caught(fun() -> apply(fun lists:reverse/1, [[1, 2]]) end)),
    show(caught(fun() -> apply(fun(A, B) -> A - B end, [5, 3]) end)),
    show(caught(fun() -> lists:reverse([1, 2]) end)),
    show(caught(fun() -> (list_to_atom("lists")):reverse([1, 2]) end)),
    show(caught(fun() -> lists:(list_to_atom("reverse"))([1, 2]) end)),
    show(caught(fun() -> erlang:apply(erlang, '+', [1, 2]) end)),
    show(caught(fun() -> apply(lists, reverse, not_a_list()) end)),
    show(caught(fun() -> apply(lists, reverse, [1 | 2]) end)),
    show(caught(fun() -> apply(fun(X) -> X end, [1, 2 | 3]) end)),
    ok.

not_a_list() -> list_to_atom("x").

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
