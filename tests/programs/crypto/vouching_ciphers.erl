%% Ciphers that vouch for what they encrypt.
-module(vouching_ciphers).
-export([start/0]).

start() ->
    [io:format("~p ~p ~p ~0p~n", [Cipher, IV, N, there_and_back(Cipher, Key, IV, N)])
     || {Cipher, Key, IVs} <- [{aes_128_gcm, 16, [12, 16, 1]}, {aes_192_gcm, 24, [12]}, {aes_256_gcm, 32, [12]},
                               {aes_128_ccm, 16, [7, 12, 13]}, {aes_256_ccm, 32, [12]}, {chacha20_poly1305, 32, [12]}],
        IV <- IVs, N <- [0, 1, 16, 50]],
    K = bytes(16), IV = bytes(12),
    [io:format("~0w~n", [crypto:crypto_one_time_aead(aes_128_gcm, K, IV, "text", "extra", Length, true)]) || Length <- [4, 12, 16]],
    [io:format("~0w~n", [crypto:crypto_one_time_aead(aes_128_ccm, K, IV, "text", "extra", Length, true)]) || Length <- [4, 8, 16]],
    {Secret, Tag} = crypto:crypto_one_time_aead(aes_128_gcm, K, IV, "text", "extra", true),
    [io:format("~0p~n", [tag(Fun)]) || Fun <- [
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, K, IV, Secret, "extra", Tag, false) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, K, IV, Secret, "other", Tag, false) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, K, IV, Secret, "extra", K, false) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, K, <<>>, "text", "extra", true) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, "k", IV, "text", "extra", true) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_gcm, K, IV, "text", "extra", 17, true) end,
        fun() -> crypto:crypto_one_time_aead(nothing, K, IV, "text", "extra", true) end,
        fun() -> crypto:crypto_one_time_aead(aes_128_cbc, K, IV, "text", "extra", true) end]],
    ok.

bytes(N) -> list_to_binary(lists:seq(1, N)).

there_and_back(Cipher, Key, IV, N) ->
    {Secret, Tag} = crypto:crypto_one_time_aead(Cipher, bytes(Key), bytes(IV), bytes(N), bytes(20), true),
    Plain = crypto:crypto_one_time_aead(Cipher, bytes(Key), bytes(IV), Secret, bytes(20), Tag, false),
    {hex(Secret), hex(Tag), Plain =:= bytes(N)}.

hex(Bytes) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Bytes]).

tag(Fun) ->
    try Fun()
    catch
        error:{Tag, {_, _}, _} -> {error, Tag};
        Class:Reason -> {Class, Reason}
    end.
