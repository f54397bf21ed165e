%% Ciphers: at once and in pieces, there and back, padded and not.
-module(ciphers).
-export([start/0]).

start() ->
    [io:format("~p ~0p~n", [Cipher, each(Cipher, Key, IV)]) || {Cipher, Key, IV} <- ciphers()],
    [io:format("~p ~0p~n", [Cipher, pieces(Cipher, Key, IV)]) || {Cipher, Key, IV} <- ciphers()],
    K = bytes(16), IV = bytes(16),
    [io:format("~0p ~0p~n", [Padding, [tag(fun() -> padded(K, IV, Padding, N) end) || N <- [0, 3, 15, 16, 17]]])
     || Padding <- [pkcs_padding, zero, none]],
    io:format("~p~n", [byte_size(crypto:crypto_one_time(aes_128_cbc, K, IV, "abc", [{padding, random}]))]),
    State = crypto:crypto_init(aes_128_cbc, K, IV, [{encrypt, true}, {padding, pkcs_padding}]),
    Parts = [crypto:crypto_update(State, lists:seq(1, N)) || N <- [1, 20, 16]],
    End = crypto:crypto_final(State),
    Out = Parts ++ [End],
    io:format("~0p~n", [[byte_size(Each) || Each <- Out]]),
    Back = crypto:crypto_init(aes_128_cbc, K, IV, [{encrypt, false}, {padding, pkcs_padding}]),
    Plain = [crypto:crypto_update(Back, Each) || Each <- Out],
    Last = crypto:crypto_final(Back),
    io:format("~0p ~0p~n", [iolist_to_binary([Plain, Last]), [byte_size(Each) || Each <- Plain]]),
    [io:format("~0p~n", [tag(Fun)]) || Fun <- [
        fun() -> crypto:crypto_one_time(nothing, K, IV, "a", true) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, "k", IV, "a", true) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, K, "iv", "a", true) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, K, IV, nothing, true) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, K, IV, "a", [{padding, nothing}]) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, K, IV, "a", [{nothing, 1}]) end,
        fun() -> crypto:crypto_one_time(aes_128_cbc, K, IV, K, [{encrypt, false}, {padding, pkcs_padding}]) end,
        fun() -> crypto:crypto_update(nothing, "a") end]],
    ok.

bytes(N) -> list_to_binary(lists:seq(1, N)).

ciphers() ->
    [{Cipher, bytes(Size), bytes(16)}
     || {Size, Ciphers} <- [{16, [aes_128_cbc, aes_128_ctr, aes_128_cfb8, aes_128_cfb128, aes_128_ofb]},
                            {24, [aes_192_cbc, aes_192_ctr, aes_192_cfb8, aes_192_cfb128, aes_192_ofb]},
                            {32, [aes_256_cbc, aes_256_ctr, aes_256_cfb8, aes_256_cfb128, aes_256_ofb, chacha20, aes_cbc, aes_ctr]}],
        Cipher <- Ciphers]
    ++ [{des_ede3_cbc, bytes(24), bytes(8)}, {aes_128_ecb, bytes(16), <<>>}, {aes_256_ecb, bytes(32), <<>>}].

each(Cipher, Key, IV) ->
    [begin
         Secret = crypto:crypto_one_time(Cipher, Key, IV, lists:seq(1, N), true),
         {hex(Secret), byte_size(crypto:crypto_one_time(Cipher, Key, IV, Secret, false))}
     end || N <- [0, 5, 16, 48, 100]].

pieces(Cipher, Key, IV) ->
    State = crypto:crypto_init(Cipher, Key, IV, true),
    hex(iolist_to_binary([crypto:crypto_update(State, lists:seq(1, N)) || N <- [1, 2, 13, 16, 31, 1]])).

padded(K, IV, Padding, N) ->
    Secret = crypto:crypto_one_time(aes_128_cbc, K, IV, lists:seq(1, N), [{encrypt, true}, {padding, Padding}]),
    Plain = crypto:crypto_one_time(aes_128_cbc, K, IV, Secret, [{encrypt, false}, {padding, Padding}]),
    {hex(Secret), Plain}.

hex(Bytes) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Bytes]).

tag(Fun) ->
    try Fun()
    catch
        error:{Tag, {_, _}, _} -> {error, Tag};
        Class:Reason -> {Class, Reason}
    end.
