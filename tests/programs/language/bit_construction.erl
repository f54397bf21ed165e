%% Binaries constructed with every type, unit and endianness, printed bit by bit.
-module(bit_construction).
-export([start/0]).

start() ->
    X = id(16#1234),
    F = id(1.5),
    B = id(<<"abcdef">>),
    Bits = id(<<5:3>>),
    N = id(4),
    show([<<X>>, <<X:16>>, <<X:16/little>>, <<X:24>>, <<X:24/little>>, <<X:12>>, <<X:12/little>>, <<X:5>>, <<X:0>>]),
    show([<<-1:16>>, <<(-X):16/signed>>, <<(-X):16/little-signed>>, <<(-1):3>>, <<X:N>>, <<X:N/unit:8>>, <<X:2/unit:7>>]),
    show([<<F/float>>, <<F:32/float>>, <<F:16/float>>, <<F:64/float-little>>, <<F:32/float-little>>, <<3/float>>, <<N:32/float>>]),
    show([<<B/binary>>, <<B:3/binary>>, <<B:N/binary>>, <<B:2/binary-unit:16>>, <<B:12/bits>>, <<B:1/binary-unit:4>>]),
    show([<<Bits/bits>>, <<Bits/bits, Bits/bits>>, <<Bits/bits, 0:5>>, <<1:1, B/binary>>, <<B/binary, Bits/bits>>, <<Bits/bits, B:1/binary, Bits/bits>>]),
    show([<<16#20AC/utf8>>, <<16#20AC/utf16>>, <<16#20AC/utf16-little>>, <<16#1F600/utf16>>, <<16#1F600/utf16-little>>, <<16#1F600/utf32>>, <<16#1F600/utf32-little>>]),
    show([<<"aé"/utf8>>, <<"aé"/utf16>>, <<"aé"/utf32-little>>, <<"aé">>, <<"ab":16>>, <<"ab":16/little>>, <<"ab":4>>]),
    show([<<X/native>> =:= <<X>>, <<1:16/native>> =:= <<1:16/big>> orelse <<1:16/native>> =:= <<1:16/little>>]),
    show([<<(1 bsl 100):128>>, <<(1 bsl 100):128/little>>, <<(-(1 bsl 100)):104>>, <<(1 bsl 100):64>>, <<(1 bsl 100 + 7):8>>]),
    show([<<0:1, 1:1, 0:1>>, <<0:N, 15:N>>, << <<1:1>>/bits, <<2:2>>/bits >>]),
    show(<<1:1, X:16, F/float, B:1/binary, 16#E9/utf8, (-2):7/signed, Bits/bits>>),
    show([outcome(G) || G <- [fun() -> <<(id(a))>> end, fun() -> <<(id(1.5))>> end, fun() -> <<(id(a))/float>> end, fun() -> <<(id(1))/binary>> end,
                              fun() -> <<B:(id(7))/binary>> end, fun() -> <<1:(id(-1))>> end, fun() -> <<1:(id(a))>> end, fun() -> <<(id(16#D800))/utf8>> end,
                              fun() -> <<(id(16#110000))/utf16>> end, fun() -> <<(id(-1))/utf32>> end, fun() -> <<F:(id(24))/float>> end, fun() -> <<Bits/binary>> end,
                              fun() -> <<(id(1 bsl 2000))/float>> end, fun() -> <<(id(1.0e300)):32/float>> end, fun() -> <<B:(id(1.0))/binary>> end]]),
    ok.

id(X) -> X.

outcome(G) -> try G() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
