%% SHA-1 and MD5 in Erlang itself, compared with what is known.
-module(sha1_by_hand).
-export([start/0]).

start() ->
    Texts = ["", "abc", "The quick brown fox jumps over the lazy dog", lists:duplicate(200, $a)],
    [io:format("~s~n~s ~w~n", [hex(sha1(list_to_binary(T))), hex(md5(list_to_binary(T))), md5(list_to_binary(T)) =:= erlang:md5(T)]) || T <- Texts],
    ok.

padded(B, Endian) ->
    Bits = bit_size(B),
    Zeros = (448 - (Bits + 1)) rem 512,
    Fill = if Zeros < 0 -> Zeros + 512; true -> Zeros end,
    case Endian of big -> <<B/binary, 1:1, 0:Fill, Bits:64>>; little -> <<B/binary, 1:1, 0:Fill, Bits:64/little>> end.

sha1(B) -> sha1(padded(B, big), {16#67452301, 16#EFCDAB89, 16#98BADCFE, 16#10325476, 16#C3D2E1F0}).

sha1(<<>>, {A, B, C, D, E}) -> <<A:32, B:32, C:32, D:32, E:32>>;
sha1(<<Block:64/binary, Rest/binary>>, {A, B, C, D, E} = H) ->
    Words = expand([W || <<W:32>> <= Block], 16),
    {F, G, I, J, K} = rounds(Words, 0, H),
    sha1(Rest, {add(A, F), add(B, G), add(C, I), add(D, J), add(E, K)}).

expand(Words, 80) -> Words;
expand(Words, N) ->
    [A, B, C, D] = [lists:nth(N - K + 1, Words) || K <- [3, 8, 14, 16]],
    expand(Words ++ [rotate(A bxor B bxor C bxor D, 1)], N + 1).

rounds([], _, H) -> H;
rounds([W | Ws], N, {A, B, C, D, E}) ->
    {F, K} = if N < 20 -> {(B band C) bor ((bnot B) band D), 16#5A827999};
                N < 40 -> {B bxor C bxor D, 16#6ED9EBA1};
                N < 60 -> {(B band C) bor (B band D) bor (C band D), 16#8F1BBCDC};
                true -> {B bxor C bxor D, 16#CA62C1D6} end,
    rounds(Ws, N + 1, {(rotate(A, 5) + F + E + K + W) band 16#FFFFFFFF, A, rotate(B, 30), C, D}).

md5(B) -> md5(padded(B, little), {16#67452301, 16#efcdab89, 16#98badcfe, 16#10325476}).

md5(<<>>, {A, B, C, D}) -> <<A:32/little, B:32/little, C:32/little, D:32/little>>;
md5(<<Block:64/binary, Rest/binary>>, {A, B, C, D} = H) ->
    M = list_to_tuple([W || <<W:32/little>> <= Block]),
    {E, F, G, I} = lists:foldl(fun(N, S) -> step(N, M, S) end, H, lists:seq(0, 63)),
    md5(Rest, {add(A, E), add(B, F), add(C, G), add(D, I)}).

step(N, M, {A, B, C, D}) ->
    {F, G} = if N < 16 -> {(B band C) bor ((bnot B) band D), N};
                N < 32 -> {(D band B) bor ((bnot D) band C), (5 * N + 1) rem 16};
                N < 48 -> {B bxor C bxor D, (3 * N + 5) rem 16};
                true -> {C bxor (B bor ((bnot D) band 16#FFFFFFFF)), (7 * N) rem 16} end,
    K = trunc(abs(math:sin(N + 1)) * (1 bsl 32)),
    S = element(1 + (N div 16) * 4 + N rem 4, {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21}),
    Sum = (A + (F band 16#FFFFFFFF) + K + element(G + 1, M)) band 16#FFFFFFFF,
    {D, add(B, rotate(Sum, S)), B, C}.

add(A, B) -> (A + B) band 16#FFFFFFFF.

rotate(X, N) -> ((X bsl N) bor (X bsr (32 - N))) band 16#FFFFFFFF.

hex(B) -> [integer_to_list(N, 16) || <<N:4>> <= B].
