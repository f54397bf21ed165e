%% ~p of maps that do not fit a line
-module(wide_maps).
-export([start/0]).

start() ->
    io:format("~p~n", [maps:from_list([{N, lists:duplicate(N, N)} || N <- lists:seq(1, 8)])]),
    io:format("~30p~n", [#{1 => #{2 => {three, "four"}, 5 => [six, seven, eight]}}]),
    io:format("~p~n", [#{}]),
    io:format("~10p~n", [#{{1, 2} => <<"value">>}]),
    ok.
