%% Message authentication codes, and keys of passwords.
-module(codes).
-export([start/0]).

start() ->
    Key = <<1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16>>,
    Types = [md5, sha, sha224, sha256, sha384, sha512, sha3_256, ripemd160],
    Texts = ["", "abc", lists:seq(1, 200)],
    [io:format("~p ~0p~n", [Type, [hex(crypto:mac(hmac, Type, K, Text)) || Text <- Texts, K <- [Key, lists:seq(1, 200), ""]]])
     || Type <- Types],
    [io:format("~p ~0p~n", [Cipher, [hex(crypto:mac(cmac, Cipher, K, lists:seq(1, N))) || N <- [0, 1, 15, 16, 17, 40]]])
     || {Cipher, K} <- [{aes_128_cbc, Key}, {aes_256_cbc, <<Key/binary, Key/binary>>}]],
    [io:format("poly1305 ~p~n", [hex(crypto:mac(poly1305, <<Key/binary, Key/binary>>, lists:seq(1, N)))]) || N <- [0, 1, 16, 33]],
    io:format("~p~n", [hex(crypto:macN(hmac, sha256, Key, "abc", 10))]),
    State = crypto:mac_update(crypto:mac_update(crypto:mac_init(hmac, sha256, Key), "ab"), "c"),
    io:format("~p~n", [crypto:mac_final(State) =:= crypto:mac(hmac, sha256, Key, "abc")]),
    Short = crypto:mac_update(crypto:mac_init(cmac, aes_128_cbc, Key), "abc"),
    io:format("~p~n", [hex(crypto:mac_finalN(Short, 4))]),
    [io:format("~p~n", [hex(crypto:pbkdf2_hmac(Type, <<"password">>, <<"salt">>, Rounds, Length))])
     || {Type, Rounds, Length} <- [{sha, 1, 20}, {sha, 2, 20}, {sha256, 100, 40}, {sha512, 3, 100}, {sha224, 7, 5}]],
    [io:format("~p~n", [tag(Fun)]) || Fun <- [
        fun() -> crypto:mac(hmac, nothing, Key, "a") end, fun() -> crypto:mac(nothing, sha, Key, "a") end,
        fun() -> crypto:mac(poly1305, Key, "a") end, fun() -> crypto:mac(cmac, aes_128_cbc, "short", "a") end,
        fun() -> crypto:mac(cmac, nothing, Key, "a") end, fun() -> crypto:mac(hmac, sha, Key, nothing) end,
        fun() -> crypto:mac_update(nothing, "a") end,
        fun() -> crypto:mac_init(hmac, nothing, Key) end]],
    ok.

hex(Bytes) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Bytes]).

tag(Fun) ->
    try Fun()
    catch
        error:{Tag, {_, _}, _} -> {error, Tag};
        Class:Reason -> {Class, Reason}
    end.
