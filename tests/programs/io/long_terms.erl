%% io:format of terms too wide for a line: ~p breaks and indents them.
-module(long_terms).
-export([start/0]).

start() ->
    io:format("~p~n", [lists:seq(1, 40)]),
    io:format("~p~n", [[{entry, N, "some text of length"} || N <- lists:seq(1, 4)]]),
    io:format("~p~n", [{first, lists:seq(100, 115), {second, "a string here", [a, b, c]}, last_element_of_all}]),
    io:format("~p~n", [lists:duplicate(10, long_atom_name)]),
    io:format("prefix ~p~n", [{lists:seq(1, 30)}]),
    io:format("~30p~n", [[alpha, beta, gamma, delta, epsilon, zeta, eta]]),
    io:format("~w~n", [lists:seq(1, 40)]),
    ok.
