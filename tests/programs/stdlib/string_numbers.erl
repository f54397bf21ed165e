%% string: numbers read from the head of texts of every kind.
-module(string_numbers).
-export([start/0]).

start() ->
    [show({T, string:to_integer(T), string:to_float(T)})
     || T <- ["12", "12.5", "-3.25e2x", "+7.0E-1", "1e5", ".5", "5.", "--1", "+", "", " 1", "0x10", "1_000", "99999999999999999999999",
              <<"12">>, <<"12.5">>, <<"-3.25e2x">>, <<"1e5">>, <<>>, <<"x">>, ["1", <<"2.5">>, $z], [<<"1">>, "2"], "１２"]],
    [show({T, try string:to_integer(T) catch C:R -> {C, R} end, try string:to_float(T) catch C2:R2 -> {C2, R2} end})
     || T <- [atom, 5, [atom], <<255>>, {1}]],
    show(string:to_float("1.7976931348623157e309")),
    show(string:to_float("0.0000000000000000000000001z")),
    show(string:to_float("-0.0")),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
