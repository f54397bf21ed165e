%% ~p of long strings and binaries
-module(wide_strings).
-export([start/0]).

start() ->
    io:format("~p~n", [lists:duplicate(100, $a)]),
    io:format("~p~n", [list_to_binary(lists:duplicate(100, $b))]),
    io:format("~p~n", [list_to_binary(lists:seq(0, 60))]),
    io:format("~30p~n", ["several words in a string that is long"]),
    io:format("~p~n", [{text, lists:duplicate(70, $c), after_it}]),
    ok.
