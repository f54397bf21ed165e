%% Cryptography: digests, codes, ciphers, keys and signatures.
%%
%% Invariant: errors are those of the natives beneath, {Tag, {File, Line}, Text}.
%%
%% Absent on purpose: RSA, DSA and classic Diffie-Hellman, engines, FIPS, and random number generators for `rand`.
-module(crypto).

-export([start/0, stop/0, version/0, info/0, info_lib/0, info_fips/0, supports/0, supports/1]).
-export([hash/2, hash_init/1, hash_update/2, hash_final/1, hash_info/1, hash_equals/2]).
-export([mac/3, mac/4, macN/4, macN/5, mac_init/2, mac_init/3, mac_update/2, mac_final/1, mac_finalN/2,
         pbkdf2_hmac/5]).
-export([crypto_one_time/4, crypto_one_time/5, crypto_one_time_aead/6, crypto_one_time_aead/7, crypto_init/3,
         crypto_init/4, crypto_update/2, crypto_final/1, cipher_info/1]).
-export([generate_key/2, generate_key/3, compute_key/4, sign/4, sign/5, verify/5, verify/6]).
-export([strong_rand_bytes/1, rand_seed/1, rand_uniform/2, exor/2, bytes_to_integer/1, mod_pow/3]).
-export([digest_sizes/1, mac_of/4, mac_start/3, cipher_once/5, cipher_start/4, aead/3, make_key/3, shared_key/3,
         signature/4, is_signature/5]).

%% Natives.

hash(_Type, _Data) -> erlang:nif_error(undef).
hash_init(_Type) -> erlang:nif_error(undef).
hash_update(_State, _Data) -> erlang:nif_error(undef).
hash_final(_State) -> erlang:nif_error(undef).
hash_equals(_One, _Other) -> erlang:nif_error(undef).
digest_sizes(_Type) -> erlang:nif_error(undef).
mac_of(_Type, _SubType, _Key, _Data) -> erlang:nif_error(undef).
mac_start(_Type, _SubType, _Key) -> erlang:nif_error(undef).
mac_update(_State, _Data) -> erlang:nif_error(undef).
mac_final(_State) -> erlang:nif_error(undef).
pbkdf2_hmac(_Digest, _Password, _Salt, _Rounds, _Length) -> erlang:nif_error(undef).
cipher_once(_Cipher, _Key, _IV, _Data, _Options) -> erlang:nif_error(undef).
cipher_start(_Cipher, _Key, _IV, _Options) -> erlang:nif_error(undef).
crypto_update(_State, _Data) -> erlang:nif_error(undef).
crypto_final(_State) -> erlang:nif_error(undef).
aead(_How, _What, _Tag) -> erlang:nif_error(undef).
make_key(_Type, _Curve, _Private) -> erlang:nif_error(undef).
shared_key(_Others, _Mine, _Curve) -> erlang:nif_error(undef).
signature(_Algorithm, _Digest, _Message, _Key) -> erlang:nif_error(undef).
is_signature(_Algorithm, _Digest, _Message, _Signature, _Key) -> erlang:nif_error(undef).
strong_rand_bytes(_Count) -> erlang:nif_error(undef).
exor(_One, _Other) -> erlang:nif_error(undef).

%% What there is.

start() -> ok.

stop() -> ok.

version() -> "5.1.2".

info() ->
    #{compile_type => normal, link_type => static, otp_crypto_version => version(),
      cryptolib_version_compiled => "RustCrypto", cryptolib_version_linked => "RustCrypto"}.

info_lib() -> [{<<"RustCrypto">>, 0, <<"RustCrypto">>}].

info_fips() -> not_supported.

supports() -> [{Kind, supports(Kind)} || Kind <- [hashs, ciphers, public_keys, macs, curves, rsa_opts]].

supports(hashs) ->
    [blake2s, blake2b, sha3_512, sha3_384, sha3_256, sha3_224, sha512, sha384, sha256, sha224, sha, ripemd160,
     md5, md4];
supports(ciphers) ->
    [chacha20, chacha20_poly1305, des_cbc, des_cfb, des_ecb, des_ede3_cbc, des_ede3_cfb,
     aes_128_cbc, aes_192_cbc, aes_256_cbc, aes_128_cfb128, aes_192_cfb128, aes_256_cfb128, aes_128_cfb8,
     aes_192_cfb8, aes_256_cfb8, aes_128_ecb, aes_192_ecb, aes_256_ecb, aes_128_ofb, aes_192_ofb, aes_256_ofb,
     aes_128_gcm, aes_192_gcm, aes_256_gcm, aes_128_ccm, aes_192_ccm, aes_256_ccm, aes_128_ctr, aes_192_ctr,
     aes_256_ctr, aes_cbc, aes_ccm, aes_cfb128, aes_cfb8, aes_ctr, aes_ecb, aes_gcm];
supports(public_keys) -> [ecdsa, ecdh, eddsa, eddh];
supports(macs) -> [cmac, hmac, poly1305];
supports(curves) -> [secp256r1, prime256v1, ed25519, x25519];
supports(rsa_opts) -> [].

hash_info(Type) ->
    {Block, Size, Number} = digest_sizes(Type),
    #{block_size => Block, size => Size, type => Number}.

cipher_info(Type) ->
    case lists:member(Type, supports(ciphers)) of
        true -> described(Type, atom_to_list(Type));
        false -> erlang:error(badarg)
    end.

described(chacha20, _) -> described(undefined, stream_cipher, 1, 16, 32, false);
described(chacha20_poly1305, _) -> described(1018, stream_cipher, 1, 12, 32, true);
described(des_cbc, _) -> described(31, cbc_mode, 8, 8, 8, false);
described(des_ecb, _) -> described(29, ecb_mode, 8, 0, 8, false);
described(des_cfb, _) -> described(657, cfb_mode, 1, 8, 8, false);
described(des_ede3_cbc, _) -> described(44, cbc_mode, 8, 8, 24, false);
described(des_ede3_cfb, _) -> described(659, cfb_mode, 1, 8, 24, false);
described(_, "aes_" ++ Rest) ->
    case string:split(Rest, "_") of
        [Bits, Mode] ->
            aes(list_to_integer(Bits), Mode);
        [Mode] ->
            aes(128, Mode)
    end.

aes(Bits, Mode) ->
    Place = Bits div 64 - 2,
    {Number, Name, Block, IV, Vouches} =
        case Mode of
            "ecb" -> {418 + 4 * Place, ecb_mode, 16, 0, false};
            "cbc" -> {419 + 4 * Place, cbc_mode, 16, 16, false};
            "ofb" -> {420 + 4 * Place, ofb_mode, 1, 16, false};
            "cfb128" -> {421 + 4 * Place, cfb_mode, 1, 16, false};
            "cfb8" -> {653 + Place, cfb_mode, 1, 16, false};
            "ctr" -> {904 + Place, ctr_mode, 1, 16, false};
            "gcm" -> {895 + 3 * Place, gcm_mode, 1, 12, true};
            "ccm" -> {896 + 3 * Place, ccm_mode, 1, 12, true}
        end,
    described(Number, Name, Block, IV, Bits div 8, Vouches).

described(Number, Mode, Block, IV, Key, Vouches) ->
    #{type => Number, mode => Mode, block_size => Block, iv_length => IV, key_length => Key, prop_aead => Vouches}.

%% Codes.

mac(Type, Key, Data) -> mac_of(Type, undefined, Key, Data).

mac(Type, SubType, Key, Data) -> mac_of(Type, SubType, Key, Data).

macN(Type, Key, Data, Length) -> first(mac(Type, Key, Data), Length).

macN(Type, SubType, Key, Data, Length) -> first(mac(Type, SubType, Key, Data), Length).

mac_init(Type, Key) -> mac_start(Type, undefined, Key).

mac_init(Type, SubType, Key) -> mac_start(Type, SubType, Key).

mac_finalN(State, Length) -> first(mac_final(State), Length).

first(Code, Length) when is_integer(Length), Length =< byte_size(Code) -> binary:part(Code, 0, Length);
first(_, _) -> erlang:error(badarg).

%% Ciphers.

crypto_one_time(Cipher, Key, Data, Options) -> cipher_once(Cipher, Key, <<>>, Data, Options).

crypto_one_time(Cipher, Key, IV, Data, Options) -> cipher_once(Cipher, Key, IV, Data, Options).

crypto_init(Cipher, Key, Options) -> cipher_start(Cipher, Key, <<>>, Options).

crypto_init(Cipher, Key, IV, Options) -> cipher_start(Cipher, Key, IV, Options).

crypto_one_time_aead(Cipher, Key, IV, Text, Extra, Encrypts) ->
    crypto_one_time_aead(Cipher, Key, IV, Text, Extra, tag_length(Cipher), Encrypts).

crypto_one_time_aead(Cipher, Key, IV, Text, Extra, Tag, Encrypts) ->
    _ = tag_length(Cipher),
    aead({Cipher, Key, IV}, {Text, Extra}, {Tag, Encrypts}).

tag_length(Cipher) ->
    Vouching = [chacha20_poly1305, aes_gcm, aes_128_gcm, aes_192_gcm, aes_256_gcm],
    case lists:member(Cipher, Vouching) of
        true -> 16;
        false ->
            case lists:member(Cipher, [aes_ccm, aes_128_ccm, aes_192_ccm, aes_256_ccm]) of
                true -> 12;
                false -> erlang:error({badarg, "Not an AEAD cipher"})
            end
    end.

%% Keys.

generate_key(Type, Parameters) -> generate_key(Type, Parameters, undefined).

generate_key(Type, Curve, Private) when Type =:= ecdh; Type =:= eddh; Type =:= eddsa; Type =:= ecdsa ->
    make_key(Type, Curve, key_bytes(Private)).

compute_key(Type, Others, Mine, Curve) when Type =:= ecdh; Type =:= eddh ->
    shared_key(key_bytes(Others), key_bytes(Mine), Curve).

key_bytes(Key) when is_integer(Key) -> binary:encode_unsigned(Key);
key_bytes(Key) -> Key.

sign(Algorithm, Digest, Message, Key) -> signature(Algorithm, Digest, Message, Key).

sign(Algorithm, Digest, Message, Key, _Options) -> signature(Algorithm, Digest, Message, Key).

verify(Algorithm, Digest, Message, Signature, Key) -> is_signature(Algorithm, Digest, Message, Signature, Key).

verify(Algorithm, Digest, Message, Signature, Key, _Options) ->
    is_signature(Algorithm, Digest, Message, Signature, Key).

%% Numbers.

rand_seed(Seed) when is_binary(Seed) -> ok.

rand_uniform(From, To) when is_integer(From), is_integer(To), From < To ->
    Range = To - From,
    Bytes = byte_size(binary:encode_unsigned(Range)) + 8,
    From + binary:decode_unsigned(strong_rand_bytes(Bytes)) rem Range;
rand_uniform(_, _) ->
    erlang:error(badarg).

bytes_to_integer(Bytes) -> binary:decode_unsigned(Bytes).

mod_pow(Base, Exponent, Modulus) ->
    case power(number(Base), number(Exponent), number(Modulus), 1) of
        0 -> error;
        Power -> binary:encode_unsigned(Power)
    end.

number(Bytes) when is_binary(Bytes) -> binary:decode_unsigned(Bytes);
number(Number) -> Number.

power(_, 0, Modulus, Power) -> Power rem Modulus;
power(Base, Exponent, Modulus, Power) when Exponent band 1 =:= 1 ->
    power(Base * Base rem Modulus, Exponent bsr 1, Modulus, Power * Base rem Modulus);
power(Base, Exponent, Modulus, Power) ->
    power(Base * Base rem Modulus, Exponent bsr 1, Modulus, Power).
