%% io:format of text: ~s, ~ts, widths, precisions, padding and nesting.
-module(strings_format).
-export([start/0]).

start() ->
    io:format("~s|~s|~s~n", ["abc", <<"abc">>, abc]),
    io:format("[~10s] [~-10s] [~3s]~n", ["right", "left", "cut off"]),
    io:format("[~.3s] [~10.3s] [~-10.3s]~n", ["abcdef", "abcdef", "abcdef"]),
    io:format("[~10..+s] [~-10..-s]~n", ["pad", "pad"]),
    io:format("[~*s] [~*.*s]~n", [6, "star", 6, 2, "star"]),
    io:format("~ts ~ts~n", [[16#3bb, $x], <<206, 187, $y>>]),
    io:format("~s~n", [[$a, "b", [<<"c">>, [$d]]]]),
    io:format("~p ~w~n", ["string", "string"]),
    io:format("~p ~p~n", ["with \"quotes\" and \\ and \n", <<"bytes\t">>]),
    io:format("~~ ~n~c~n", [65]),
    io:format("~i~w~n", [ignored, shown]),
    io:format(<<"format as a binary ~w~n">>, [1]),
    io:format('format as an atom ~w~n', [2]),
    ok.
