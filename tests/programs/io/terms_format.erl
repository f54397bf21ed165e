%% io:format of terms: quoted atoms, nesting, improper lists, maps, depth.
-module(terms_format).
-export([start/0]).

start() ->
    io:format("~p ~p ~p~n", [atom, 'Two words', 'don\'t']),
    io:format("~w ~w ~w ~w~n", ['', 'a@b', 'A', 'end']),
    io:format("~p ~w~n", [{a, {b, [c]}}, {a, {b, [c]}}]),
    io:format("~p ~w~n", [[1 | 2], [a, b | c]]),
    io:format("~p ~w~n", [#{a => 1}, #{1 => [2], 3 => "four"}]),
    io:format("~p ~w~n", [<<1, 2, 3:4>>, <<>>]),
    io:format("~p ~p~n", [[a, "text", 1], [[], {}]]),
    io:format("~p~n", [[{key, "value"}, {other, <<"bin">>}]]),
    io:format("~W ~P~n", [[1, 2, 3, 4, 5, 6], 4, {a, b, c, d, e}, 3]),
    io:format("~W~n", [{deep, {er, {and_deeper, {bottom}}}}, 5]),
    io:format("~p ~p~n", [true, [true, false]]),
    io:format("~p~n", [fun lists:map/2]),
    io:format("~w~n", [[65, 66, 67]]),
    io:format("~p ~p~n", [[65, 66, 67], [65, 66, 5]]),
    io:format("~tp ~tw~n", [caf, [1000]]),
    ok.
