%% CRC-32 by a table, Adler-32, Fletcher-16 and a hash of text.
-module(checksums).
-export([start/0]).

start() ->
    Table = list_to_tuple([entry(N, 8) || N <- lists:seq(0, 255)]),
    Texts = [<<>>, <<"a">>, <<"123456789">>, list_to_binary(lists:seq(0, 255))],
    erlang:display([crc(T, Table, 16#FFFFFFFF) || T <- Texts]),
    erlang:display([erlang:crc32(T) || T <- Texts]),
    erlang:display([adler(T, 1, 0) || T <- Texts]),
    erlang:display([erlang:adler32(T) || T <- Texts]),
    erlang:display([fletcher(T, 0, 0) || T <- Texts]),
    erlang:display([fnv(T, 16#811C9DC5) || T <- Texts]),
    erlang:display([lists:foldl(fun(C, H) -> (H * 31 + C) rem 1000003 end, 7, binary_to_list(T)) || T <- Texts]),
    ok.

entry(N, 0) -> N;
entry(N, I) when N band 1 =:= 1 -> entry((N bsr 1) bxor 16#EDB88320, I - 1);
entry(N, I) -> entry(N bsr 1, I - 1).

crc(<<Byte, Rest/binary>>, Table, Crc) ->
    crc(Rest, Table, (Crc bsr 8) bxor element(((Crc bxor Byte) band 255) + 1, Table));
crc(<<>>, _, Crc) -> Crc bxor 16#FFFFFFFF.

adler(<<Byte, Rest/binary>>, A, B) ->
    A1 = (A + Byte) rem 65521,
    adler(Rest, A1, (B + A1) rem 65521);
adler(<<>>, A, B) -> (B bsl 16) bor A.

fletcher(<<Byte, Rest/binary>>, A, B) -> A1 = (A + Byte) rem 255, fletcher(Rest, A1, (A1 + B) rem 255);
fletcher(<<>>, A, B) -> B * 256 + A.

fnv(<<Byte, Rest/binary>>, Hash) -> fnv(Rest, ((Hash bxor Byte) * 16#01000193) band 16#FFFFFFFF);
fnv(<<>>, Hash) -> Hash.
