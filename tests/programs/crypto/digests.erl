%% Digests of data at once and in pieces.
-module(digests).
-export([start/0]).

start() ->
    Data = [<<>>, "abc", <<"The quick brown fox jumps over the lazy dog">>, lists:duplicate(1000, $a), ["a", [<<"b">>]]],
    Types = [md5, sha, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, blake2b, blake2s,
             ripemd160, md4],
    [io:format("~p ~0p~n", [Type, [hex(crypto:hash(Type, Each)) || Each <- Data]]) || Type <- Types],
    [io:format("~p ~p~n", [Type, pieces(Type)]) || Type <- Types],
    [io:format("~p ~0p~n", [Type, lists:sort(maps:to_list(maps:with([size, block_size], crypto:hash_info(Type))))]) || Type <- Types],
    One = crypto:hash_update(crypto:hash_init(sha256), "a"),
    true = is_reference(One),
    Two = crypto:hash_update(One, "b"),
    Other = crypto:hash_update(One, "c"),
    io:format("~p~n", [[hex(crypto:hash_final(State)) || State <- [One, Two, Other, One]]]),
    io:format("~p~n", [crypto:hash(sha256, binary:copy(<<7>>, 300000))]),
    [io:format("~p~n", [tag(Fun)]) || Fun <- [
        fun() -> crypto:hash(nothing, "a") end, fun() -> crypto:hash(sha, nothing) end,
        fun() -> crypto:hash_init(nothing) end, fun() -> crypto:hash_update(nothing, "a") end,
        fun() -> crypto:hash_final(make_ref()) end, fun() -> crypto:hash_info(nothing) end,
        fun() -> crypto:hash_equals(<<"ab">>, <<"ab">>) end, fun() -> crypto:hash_equals(<<"ab">>, <<"ac">>) end,
        fun() -> crypto:hash_equals(<<"ab">>, <<"a">>) end, fun() -> crypto:hash_equals("a", "a") end]],
    Self = self(),
    spawn(fun() -> Self ! crypto:hash_final(crypto:hash_update(One, "x")) end),
    receive Digest -> io:format("~p~n", [hex(Digest)]) end,
    many(2000),
    ok.

%% States nobody holds any longer.
many(0) -> ok;
many(N) -> _ = crypto:hash_update(crypto:hash_init(sha), <<N:32>>), many(N - 1).

pieces(Type) ->
    Pieces = [lists:seq(1, N) || N <- lists:seq(1, 60)],
    Last = lists:foldl(fun(Piece, State) -> crypto:hash_update(State, Piece) end, crypto:hash_init(Type), Pieces),
    crypto:hash_final(Last) =:= crypto:hash(Type, Pieces).

hex(Bytes) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Bytes]).

tag(Fun) ->
    try Fun()
    catch
        error:{Tag, {_, _}, _} -> {error, Tag};
        Class:Reason -> {Class, Reason}
    end.
