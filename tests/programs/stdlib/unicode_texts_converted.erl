%% unicode: nested data and parts of characters across binaries, both ways,.
-module(unicode_texts_converted).
-export([start/0]).

start() ->
    T = "aé€😀z",
    U8 = unicode:characters_to_binary(T),
    show(byte_size(U8)),
    show([unicode:characters_to_list([binary:part(U8, 0, N), binary:part(U8, N, byte_size(U8) - N)]) =:= T || N <- lists:seq(0, byte_size(U8))]),
    show([element(1, unicode:characters_to_list(binary:part(U8, 0, N))) || N <- [2, 4, 5, 7, 8, 9]]),
    show([unicode:characters_to_binary([X]) || X <- [$a, 233, 8364, 128512]]),
    show([begin B = unicode:characters_to_binary(T, unicode, E), {byte_size(B), unicode:characters_to_list(B, E) =:= T} end || E <- [utf8, utf16, {utf16, little}, utf32, {utf32, little}]]),
    show([unicode:characters_to_binary("é", unicode, latin1), unicode:characters_to_binary(<<233>>, latin1), unicode:characters_to_list(<<233>>, latin1)]),
    show([length(T), string:length(U8), byte_size(list_to_binary(lists:map(fun(C) -> <<C/utf8>> end, T)))]),
    show([X || <<X/utf8>> <= U8] =:= T),
    io:format("~ts ~ts ~w~n", [T, U8, T]),
    show(unicode:characters_to_list([["a", [<<"b">>]], $c | <<"d">>])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
