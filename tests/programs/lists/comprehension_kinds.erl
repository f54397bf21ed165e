%% Generators, filters, patterns, and lists in lists
-module(comprehension_kinds).
-export([start/0]).

start() ->
    show(caught(fun() -> [X * X || X <- [1, 2, 3]] end)),
    show(caught(fun() -> [X || X <- lists:seq(1, 20), X rem 3 =:= 0, X > 5] end)),
    show(caught(fun() -> [{X, Y} || X <- [a, b], Y <- [1, 2]] end)),
    show(caught(fun() -> [Y || {ok, Y} <- [{ok, 1}, error, {ok, 2}, {ok, 3, 4}]] end)),
    show(caught(fun() -> [X || X <- [1 | 2]] end)),
    show(caught(fun() -> [X || X <- not_a_list()] end)),
    show(caught(fun() -> [[Y || Y <- lists:seq(1, X)] || X <- [1, 2, 3]] end)),
    show(caught(fun() -> [X || X <- [1, 2, 3], begin Y = X * 2, Y > 2 end] end)),
    show(caught(fun() -> [X || X <- [1, a, 2], is_integer(X) andalso X > 1] end)),
    show(caught(fun() -> [X || X <- [1, a, 2], X + 1 > 2] end)),
    show(caught(fun() -> [X || X <- [true, false, x], X] end)),
    show(caught(fun() -> [{A, B, C} || C <- lists:seq(1, 20), B <- lists:seq(1, C), A <- lists:seq(1, B), A * A + B * B =:= C * C] end)),
    show(caught(fun() -> [] =:= [X || X <- []] end)),
    ok.

not_a_list() -> list_to_tuple([a]).

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
