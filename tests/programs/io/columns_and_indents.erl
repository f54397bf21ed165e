%% io_lib:format of nested data at odd columns and widths, with depths.
-module(columns_and_indents).
-export([start/0]).

-record(r, {a, b = [], c}).

start() ->
    T = {outer, [{inner, N, lists:seq(N, N + 12)} || N <- [1, 100, 10000]], "a string of some length", <<"a binary of some length too">>},
    [io:format("~*p~n", [W, T]) || W <- [20, 40, 60, 120]],
    [io:format("at ~s: ~p~n", [lists:duplicate(N, $.), T]) || N <- [0, 10, 40]],
    io:format("~p~n", [#r{a = T, b = [T]}]),
    io:format("~P~n", [T, 8]),
    io:format("~P~n", [lists:seq(1, 100), 12]),
    io:format("~W~n", [T, 6]),
    io:format("~p~n", [#{list => lists:seq(1, 40)}]),
    io:format("~p~n", [[{key, [{nested, [{deeper, [{deepest, lists:duplicate(10, value)}]}]}]}]]),
    io:format("~p~n", [lists:duplicate(30, {a, b})]),
    io:format("~p~n", [[lists:duplicate(60, $x), lists:duplicate(60, $y)]]),
    io:format("~p~n", [{lists:duplicate(100, $z)}]),
    io:format("~p~n", [list_to_tuple(lists:seq(1, 60))]),
    io:format("~p~n", [[[[[[[[[[lists:seq(1, 30)]]]]]]]]]]),
    io:format("~p|~p~n", [lists:seq(1, 30), lists:seq(1, 30)]),
    ok.
