%% Keys, what two of them agree on, and signatures.
-module(keys).
-export([start/0]).

start() ->
    One = binary:copy(<<9>>, 32), Two = binary:copy(<<5>>, 32),
    [begin
         {Public1, One} = crypto:generate_key(Type, Curve, One),
         {Public2, Two} = crypto:generate_key(Type, Curve, Two),
         io:format("~p ~p ~p~n", [Curve, hex(Public1), hex(Public2)]),
         Shared = crypto:compute_key(ecdh, Public1, Two, Curve),
         io:format("~p ~p~n", [hex(Shared), Shared =:= crypto:compute_key(ecdh, Public2, One, Curve)])
     end || {Type, Curve} <- [{ecdh, x25519}, {ecdh, secp256r1}]],
    [begin
         {A, B} = crypto:generate_key(Type, Curve),
         {C, D} = crypto:generate_key(Type, Curve),
         io:format("~p ~p~n", [byte_size(A), crypto:compute_key(ecdh, A, D, Curve) =:= crypto:compute_key(ecdh, C, B, Curve)])
     end || {Type, Curve} <- [{ecdh, x25519}, {ecdh, secp256r1}]],
    {Public, One} = crypto:generate_key(eddsa, ed25519, One),
    Signature = crypto:sign(eddsa, none, "message", [One, ed25519]),
    io:format("~p~n~p~n", [hex(Public), hex(Signature)]),
    io:format("~p~n", [[crypto:verify(eddsa, none, Text, Signature, [Public, ed25519]) || Text <- ["message", "massage"]]]),
    {Point, One} = crypto:generate_key(ecdh, secp256r1, One),
    [begin
         Proof = crypto:sign(ecdsa, Digest, "message", [One, secp256r1]),
         io:format("~p ~p~n", [Digest, [crypto:verify(ecdsa, Digest, Text, Proof, [Point, secp256r1]) || Text <- ["message", "massage"]]])
     end || Digest <- [sha256, sha384, sha512]],
    Hashed = crypto:sign(ecdsa, sha256, {digest, crypto:hash(sha256, "message")}, [One, secp256r1]),
    io:format("~p~n", [crypto:verify(ecdsa, sha256, "message", Hashed, [Point, secp256r1])]),
    %% Signatures OTP made.
    io:format("~p~n", [crypto:verify(ecdsa, sha256, "message", binary:decode_hex(made()), [Point, secp256r1])]),
    io:format("~p~n", [crypto:verify(ecdsa, sha256, "message", <<"none">>, [Point, secp256r1])]),
    [io:format("~0p~n", [tag(Fun)]) || Fun <- [
        fun() -> crypto:compute_key(ecdh, <<1>>, <<2>>, x25519) end,
        fun() -> crypto:generate_key(ecdh, nothing) end,
        fun() -> crypto:generate_key(ecdh, x25519, <<1>>) end,
        fun() -> crypto:sign(ecdsa, nothing, "m", [One, secp256r1]) end,
        fun() -> crypto:sign(eddsa, none, "m", [<<1>>, ed25519]) end,
        fun() -> crypto:verify(eddsa, none, "m", <<1>>, [<<1>>, ed25519]) end]],
    ok.

made() -> <<"30450221009A1B4CBC74660B05D2BEE14CE60898F83C979980ADB58629275AB8D1EC6EC8A8022044257C5DC027C5BD5C6CF86526D21D89774C04D5A635AE42619A398608695834">>.

hex(Bytes) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Bytes]).

tag(Fun) ->
    try Fun()
    catch
        error:{Tag, {_, _}, _} -> {error, Tag};
        Class:Reason -> {Class, Reason}
    end.
