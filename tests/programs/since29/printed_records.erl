%% How native records are printed, whole, cut off, and over several lines.
-module(printed_records).
-export([start/0]).

-record #r{a, bb, ccc}.

start() ->
    L = lists:seq(1, 40),
    R = #r{a = L, bb = #{k => L}, ccc = {x, L}},
    io:format("~p~n~p~n~w~n", [R, {tag, R}, #r{a = 1, bb = "text", ccc = 'Big one'}]),
    [io:format("~P~n~W~n", [R, Depth, R, Depth]) || Depth <- lists:seq(1, 9)],
    io:format("~30p~n", [#r{a = abcdefgh, bb = "some text here", ccc = {1, 2, 3}}]),
    Inner = #r{a = 1, bb = 2, ccc = 3},
    io:format("~p~n", [#r{a = lists:duplicate(20, abcdefgh), bb = 1, ccc = [Inner, Inner, Inner]}]),
    Odd = records:create('M x', 'n y', [{'A b', 1}], #{is_exported => true}),
    io:format("~p ~w ~0p~n", [Odd, Odd, Odd]),
    erlang:display(Odd),
    ok.
