%% List comprehensions: filters, several generators, patterns that skip.
-module(comprehensions).
-export([start/0, id/1]).

start() ->
    Numbers = id([1, 2, 3, 4, 5, 6]),
    erlang:display([X * X || X <- Numbers]),
    erlang:display([X || X <- Numbers, X rem 2 =:= 0]),
    erlang:display([{X, Y} || X <- [1, 2, 3], Y <- [a, b]]),
    erlang:display([{X, Y} || X <- Numbers, Y <- Numbers, X < Y, X + Y =:= 7]),
    erlang:display([X || {ok, X} <- [{ok, 1}, error, {ok, 2}, {bad, 3}, [ok | 4]]]),
    erlang:display([[Y || Y <- lists:seq(1, X)] || X <- [1, 2, 3]]),
    erlang:display([X || X <- Numbers, is_atom(X)]),
    erlang:display([X || X <- [1, 0, 2], 4 div X =:= 2]),
    erlang:display([ok || true]),
    erlang:display([X || [X | _] <- [[1], [], [2, 3], x]]),
    erlang:display([X || X <- []]),
    erlang:display([Z || {X, Y} <- [{1, [2, 3]}, {4, [5]}], Z <- [X | Y]]),
    try [X || X <- id(not_a_list)] catch error:Reason -> erlang:display(Reason) end,
    try [X || X <- id([1 | rest])] catch error:Other -> erlang:display(Other) end,
    ok.

id(X) -> X.
