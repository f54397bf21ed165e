%% Base 64 by matching six bits at a time.
-module(base64_codec).
-export([start/0]).

start() ->
    Texts = [<<>>, <<"f">>, <<"fo">>, <<"foo">>, <<"foob">>, <<"fooba">>, <<"foobar">>, <<255, 254, 253, 0>>],
    [erlang:display({T, encode(T), decode(encode(T)) =:= T}) || T <- Texts],
    All = list_to_binary(lists:seq(0, 255)),
    erlang:display(decode(encode(All)) =:= All),
    erlang:display(byte_size(encode(All))),
    erlang:display(encode(<<"Man is distinguished">>)),
    ok.

encode(<<A:6, B:6, C:6, D:6, Rest/binary>>) ->
    <<(letter(A)), (letter(B)), (letter(C)), (letter(D)), (encode(Rest))/binary>>;
encode(<<A:6, B:6, C:4>>) -> <<(letter(A)), (letter(B)), (letter(C bsl 2)), "=">>;
encode(<<A:6, B:2>>) -> <<(letter(A)), (letter(B bsl 4)), "==">>;
encode(<<>>) -> <<>>.

decode(<<A, B, "==">>) -> <<X:8, _:4>> = <<(digit(A)):6, (digit(B)):6>>, <<X>>;
decode(<<A, B, C, "=">>) -> <<X:16, _:2>> = <<(digit(A)):6, (digit(B)):6, (digit(C)):6>>, <<X:16>>;
decode(<<A, B, C, D, Rest/binary>>) ->
    <<(digit(A)):6, (digit(B)):6, (digit(C)):6, (digit(D)):6, (decode(Rest))/binary>>;
decode(<<>>) -> <<>>.

letter(N) when N < 26 -> $A + N;
letter(N) when N < 52 -> $a + N - 26;
letter(N) when N < 62 -> $0 + N - 52;
letter(62) -> $+;
letter(63) -> $/.

digit(C) when C >= $A, C =< $Z -> C - $A;
digit(C) when C >= $a, C =< $z -> C - $a + 26;
digit(C) when C >= $0, C =< $9 -> C - $0 + 52;
digit($+) -> 62;
digit($/) -> 63.
