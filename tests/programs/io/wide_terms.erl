%% ~p breaks lines at 80 columns, or where it is told
-module(wide_terms).
-export([start/0]).

start() ->
    Long = [{item, N, "name" ++ integer_to_list(N), [N, N * N]} || N <- lists:seq(1, 6)],
    io:format("~p~n", [Long]),
    io:format("~40p~n", [Long]),
    io:format("~20p~n", [lists:seq(1, 30)]),
    io:format("prefix ~p~n", [Long]),
    io:format("~p~n", [list_to_tuple(lists:seq(1, 60))]),
    ok.
