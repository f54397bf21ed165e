%% Sizes in units
-module(units).
-export([start/0]).

start() ->
    show([<<5:N/unit:3>> || N <- [0, 1, 2, 5]]),
    show([<<5:4/unit:1>>, <<5:4/unit:8>>, <<5:4/unit:13>>, <<1:1/unit:256>>]),
    Bits = <<1, 2, 3, 4, 5, 6, 7, 8, 9>>,
    [case Bits of <<P:N/binary-unit:3, Q:2/binary-unit:7, R/bits>> -> show({N, P, Q, bit_size(R)}); _ -> show({N, no}) end || N <- [0, 1, 8, 19, 20]],
    [case B of <<P/binary-unit:7>> -> show({seven, P}); <<P/binary>> -> show({eight, P}); P -> show({other, P}) end || B <- [<<0:14>>, <<0:16>>, <<0:15>>, <<>>, <<0:56>>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
