%% UTF-8, 16 and 32 at the borders of their ranges, built and matched,.
-module(utf_borders).
-export([start/0]).

start() ->
    Points = [0, 16#7F, 16#80, 16#7FF, 16#800, 16#D7FF, 16#E000, 16#FFFD, 16#FFFE, 16#FFFF, 16#10000, 16#10FFFF],
    [show([P, <<P/utf8>>, <<P/utf16>>, <<P/utf16-little>>, <<P/utf32>>, <<P/utf32-little>>]) || P <- Points],
    show([begin <<Q/utf8>> = <<P/utf8>>, <<R/utf16>> = <<P/utf16>>, <<S/utf32-little>> = <<P/utf32-little>>, {Q, R, S} =:= {P, P, P} end || P <- Points]),
    show([try <<P/utf8>> catch error:E -> E end || P <- [16#D800, 16#DFFF, 16#110000, -1, a, 1.0]]),
    show([try <<P/utf16>> catch error:E -> E end || P <- [16#D800, 16#110000, -1]]),
    show([try <<P/utf32>> catch error:E -> E end || P <- [16#D800, 16#110000, -1]]),
    show([case B of <<X/utf8, R/binary>> -> {X, R}; _ -> no end || B <- [<<192, 128>>, <<224, 128, 128>>, <<237, 160, 128>>, <<244, 144, 128, 128>>, <<195>>, <<195, 40>>, <<128>>, <<255>>, <<240, 159, 152>>, <<>>]]),
    show([case B of <<X/utf16, R/binary>> -> {X, R}; _ -> no end || B <- [<<216, 0>>, <<216, 0, 0, 65>>, <<220, 0, 216, 0>>, <<0>>, <<216, 61, 222, 0, 1>>]]),
    show([case B of <<X/utf32, R/binary>> -> {X, R}; _ -> no end || B <- [<<0, 0, 216, 0>>, <<0, 17, 0, 0>>, <<255, 255, 255, 255>>, <<0, 0, 0>>, <<0, 0, 0, 65, 66>>]]),
    show([length([X || <<X/utf8>> <= << <<P/utf8>> || P <- Points >>]), [X || <<X/utf16-little>> <= << <<P/utf16-little>> || P <- Points >>] =:= Points]),
    show([case <<1:1, "é"/utf8, 0:7>> of <<_:1, X/utf8, _/bits>> -> X end, case <<1:3, "€"/utf16, 0:5>> of <<_:3, Y/utf16, _:5>> -> Y end]),
    show([case B of <<_/utf8, X/utf8, _/utf8>> -> X; _ -> no end || B <- [<<"aéb"/utf8>>, <<"ab"/utf8>>]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
