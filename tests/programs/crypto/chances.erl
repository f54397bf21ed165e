%% Random bytes and numbers, and what else crypto does with bytes.
-module(chances).
-export([start/0]).

start() ->
    io:format("~p~n", [[byte_size(crypto:strong_rand_bytes(N)) || N <- [0, 1, 7, 8, 9, 1000]]]),
    io:format("~p~n", [crypto:strong_rand_bytes(16) =/= crypto:strong_rand_bytes(16)]),
    Numbers = [crypto:rand_uniform(5, 9) || _ <- lists:seq(1, 200)],
    io:format("~p~n", [lists:all(fun(Number) -> Number >= 5 andalso Number < 9 end, Numbers)]),
    io:format("~p~n", [crypto:exor("abc", <<"ABC">>)]),
    io:format("~p~n", [[crypto:bytes_to_integer(Bytes) || Bytes <- [<<>>, <<1>>, <<1, 0>>, <<255, 255, 255, 255, 255, 255, 255, 255, 255>>]]]),
    io:format("~p~n", [[crypto:mod_pow(B, E, M) || {B, E, M} <- [{2, 10, 1000}, {3, 1000, 65537}, {<<7>>, <<9>>, <<11>>}]]]),
    io:format("~0p~n", [[lists:sort(maps:to_list(maps:remove(type, crypto:cipher_info(Cipher)))) || Cipher <- [aes_128_cbc, aes_256_gcm, aes_128_ecb, chacha20, aes_192_ctr]]]),
    io:format("~0p~n", [[catch_of(Fun) || Fun <- [
        fun() -> crypto:strong_rand_bytes(-1) end, fun() -> crypto:rand_uniform(1, 1) end,
        fun() -> crypto:exor("ab", "a") end, fun() -> crypto:cipher_info(nothing) end]]]),
    [io:format("~p ~p~n", [Kind, [] =:= (Some -- crypto:supports(Kind))])
     || {Kind, Some} <- [{hashs, [sha256, md5]}, {ciphers, [aes_128_gcm]}, {macs, [hmac]}, {curves, [x25519]}]],
    ok.

catch_of(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.
