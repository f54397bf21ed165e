%% base64: both alphabets, padding, white space, and what is no base64.
-module(base64_texts).
-export([start/0]).

start() ->
    Texts = [<<>>, <<"f">>, <<"fo">>, <<"foo">>, <<"foob">>, <<255, 254, 253, 0>>, <<251, 239, 190>>],
    [show({T, base64:encode(T), base64:encode_to_string(T), base64:decode(base64:encode(T)) =:= T}) || T <- Texts],
    show(base64:encode("list")),
    show(base64:decode("bGlzdA==")),
    show(base64:decode_to_string(<<"bGlzdA==">>)),
    show(base64:decode(<<"bG lz\ndA\t=\r=">>)),
    show(base64:mime_decode(<<"b!G?l(z)d#A==">>)),
    show(base64:mime_decode_to_string("bGlzdA==")),
    Long = list_to_binary([N rem 256 || N <- lists:seq(1, 300)]),
    show({byte_size(base64:encode(Long)), base64:decode(base64:encode(Long)) =:= Long}),
    [show({T, try base64:decode(T) catch C:_ -> C end})
     || T <- [<<"a">>, <<"ab">>, <<"abc">>, <<"a===">>, <<"ab=c">>, <<"ab==cd">>, <<"a?cd">>, <<"====">>, atom, <<"YQ==YQ==">>]],
    [show({T, try base64:mime_decode(T) catch C:_ -> C end}) || T <- [<<"a">>, <<"a===">>, <<"=">>, <<"YQ==YQ==">>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
