%% Binaries matched with every type, unit and endianness, and sizes from before.
-module(bit_matching).
-export([start/0]).

start() ->
    B = id(<<16#12, 16#34, 16#56, 16#78, 16#9A, 16#BC, 16#DE, 16#F0>>),
    <<A1:4, A2:12, A3:16/little, A4:8/signed, A5/bits>> = B,
    show({A1, A2, A3, A4, A5}),
    <<C1:13, C2:7, C3:3, _:1, C4:40/little>> = B,
    show({C1, C2, C3, C4}),
    <<D1:12/little, D2:20/little, D3:32/little-signed>> = B,
    show({D1, D2, D3}),
    <<E1:64>> = B, <<E2:64/little>> = B, <<E3:64/signed>> = B, <<E4:64/signed-little>> = B,
    show({E1, E2, E3, E4}),
    <<F1:2/binary, F2:3/unit:4, F3:N0/unit:1, F4/binary-unit:2>> = <<B/binary, (N0 = 4)>>,
    show({F1, F2, F3, F4}),
    <<L, Text:L/binary, K:16, More:K/binary-unit:8, Rest/binary>> = id(<<3, "abc", 2:16, "defg">>),
    show({L, Text, K, More, Rest}),
    <<S:8, V:S/signed, T:(S - 3)/bits, _/bits>> = id(<<5, 2#10110110, 0>>),
    show({S, V, T}),
    <<G1/float, G2:32/float, G3:16/float, G4:32/float-little>> = id(<<1.5/float, 2.5:32/float, 0.5:16/float, -3.25:32/float-little>>),
    show({G1, G2, G3, G4}),
    <<H1/utf8, H2/utf16, H3/utf16-little, H4/utf32, H5/utf32-little>> = id(<<$é/utf8, 16#1F600/utf16, $€/utf16-little, $a/utf32, $b/utf32-little>>),
    show({H1, H2, H3, H4, H5}),
    show([part(P) || P <- [<<>>, <<1>>, <<1:4>>, <<1, 2>>, <<255>>]]),
    show([case Q of <<X:8, X:8>> -> {twice, X}; <<X:8, _:8>> -> {different, X}; _ -> no end || Q <- [<<1, 1>>, <<1, 2>>, <<1>>]]),
    show([case Q of <<"GET ", Path/binary>> -> Path; <<"POST ", _/bits>> -> post; <<_:3, 1:1, _/bits>> -> fourth_bit; _ -> none end
          || Q <- [<<"GET /x">>, <<"POST y">>, <<16>>, <<0>>, <<>>]]),
    <<Big:100, _/bits>> = id(<<(1 bsl 99 + 5):100, 7:4>>),
    <<BigSigned:100/signed, _/bits>> = id(<<(1 bsl 99 + 5):100, 7:4>>),
    show({Big, BigSigned}),
    ok.

part(<<X:16>>) -> {sixteen, X};
part(<<X:8>>) when X > 100 -> {large, X};
part(<<X:8>>) -> {eight, X};
part(<<X:4>>) -> {four, X};
part(<<>>) -> empty;
part(_) -> other.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).
