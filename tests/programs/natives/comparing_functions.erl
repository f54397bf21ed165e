%% max, min and the comparisons called as functions, over a table of all pairs.
-module(comparing_functions).
-export([start/0]).

start() ->
    V = [1, 1.0, 2, -1, 1 bsl 65, a, b, {}, {1}, [], [1], <<>>, #{}],
    [io:format("~w~n", [[case erlang:Op(A, B) of true -> 1; false -> 0 end || A <- V, B <- V]]) || Op <- ['<', '>', '=<', '>=', '==', '/=', '=:=', '=/=']],
    io:format("~w~n", [[max(A, B) || A <- V, B <- V]]),
    io:format("~w~n", [[min(A, B) || A <- V, B <- V]]),
    io:format("~w~n", [[{A < B, B > A} || A <- V, B <- V, (A < B) =/= (B > A)]]),
    io:format("~w~n", [[{A, B} || A <- V, B <- V, A == B, A =/= B]]),
    io:format("~w~n", [lists:sort(V)]),
    io:format("~w~n", [lists:sort(fun erlang:'>='/2, V)]),
    ok.
