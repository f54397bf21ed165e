%% Checksums bit by bit agree with the native ones
-module(crc_by_hand).
-export([start/0]).

start() ->
    [show({T, crc(T) =:= erlang:crc32(T), erlang:crc32(T), adler(T) =:= erlang:adler32(T), erlang:adler32(T)}) || T <- [<<>>, <<"a">>, <<"123456789">>, binary:copy(<<"x">>, 1000)]],
    show(erlang:crc32_combine(erlang:crc32(<<"12">>), erlang:crc32(<<"345">>), 3) =:= erlang:crc32(<<"12345">>)),
    show(erlang:crc32(erlang:crc32(<<"12">>), <<"345">>) =:= erlang:crc32([<<"1">>, "23", [<<"45">>]])),
    ok.

crc(Bytes) -> lists:foldl(fun step/2, 16#FFFFFFFF, binary_to_list(Bytes)) bxor 16#FFFFFFFF.

step(Byte, Crc) -> bits(Crc bxor Byte, 8).

bits(C, 0) -> C;
bits(C, N) when C band 1 =:= 1 -> bits((C bsr 1) bxor 16#EDB88320, N - 1);
bits(C, N) -> bits(C bsr 1, N - 1).

adler(Bytes) ->
    {A, B} = lists:foldl(fun(X, {A, B}) -> A1 = (A + X) rem 65521, {A1, (B + A1) rem 65521} end, {1, 0}, binary_to_list(Bytes)),
    B bsl 16 bor A.

show(Term) -> io:format("~0p~n", [Term]).
