%% Numbers read at odd bit offsets and sizes, big and little, signed and not.
-module(numbers_at_offsets).
-export([start/0]).

start() ->
    B = <<16#0123456789ABCDEF:64, 16#FEDCBA9876543210:64>>,
    show([begin <<_:O, X:S, _/bits>> = B, X end || O <- [0, 1, 3, 4, 7, 9], S <- [1, 5, 8, 13, 16, 24, 31, 60]]),
    show([begin <<_:O, X:S, _/bits>> = B, <<Y:128>> = B, X =:= (Y bsr (128 - O - S)) band ((1 bsl S) - 1) end || O <- lists:seq(0, 20, 3), S <- lists:seq(1, 100, 9)] -- lists:duplicate(100, true)),
    show([begin <<_:O, X:S/signed, _/bits>> = B, X end || O <- [0, 5, 60, 64], S <- [1, 8, 12, 33]]),
    show([begin <<_:O, X:S/little, _/bits>> = B, X end || O <- [0, 3, 8], S <- [8, 16, 24, 32, 40]]),
    show([begin <<_:O, X:S/little-signed, _/bits>> = B, X end || O <- [0, 3, 8, 64], S <- [8, 16, 24, 64]]),
    show([begin <<_:O, X:S/bits, _/bits>> = B, {bit_size(X), X} end || O <- [0, 1, 7], S <- [0, 1, 8, 11]]),
    show([begin <<X:S/little>> = <<V:S/little>>, X =:= V end || S <- [1, 7, 9, 15, 17, 33, 65], V <- [0, 1, (1 bsl S) - 1, 1 bsl (S - 1)]] -- lists:duplicate(28, true)),
    show([<<V:S/little>> || S <- [9, 12, 17], V <- [1, 256, 511]]),
    show([begin <<X:64/float>> = <<1.5/float>>, <<_:3, Y:64/float, _/bits>> = <<0:3, (-2.25)/float, 0:5>>, {X, Y} end]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
