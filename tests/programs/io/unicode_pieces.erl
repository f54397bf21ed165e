%% unicode: conversions of deep, broken and incomplete data, encodings.
-module(unicode_pieces).
-export([start/0]).

start() ->
    Data = ["abc", <<"def">>, [16#E9, [16#20AC]], <<"é"/utf8>>, [<<195>>, <<169>>], <<255>>, <<195>>, [<<"ok">>, <<195>>], [$a, <<255>>, $b], [16#D800], [16#110000], [a], x, [], <<>>, ["a" | <<"b">>], [[[["deep"]]]], <<1:3>>],
    [show([outcome(characters_to_list, [D]), outcome(characters_to_binary, [D])]) || D <- Data],
    [show([outcome(characters_to_list, [<<"aé"/utf8>>, E]), outcome(characters_to_binary, ["aé", utf8, E])]) || E <- [latin1, utf8, unicode, utf16, {utf16, big}, {utf16, little}, utf32, {utf32, little}, nonsense]],
    show([outcome(characters_to_binary, [<<233>>, latin1, utf8]), outcome(characters_to_binary, [<<233>>, latin1, latin1])]),
    show([outcome(characters_to_list, [<<0, 97, 0, 98>>, {utf16, big}]), outcome(characters_to_list, [<<97, 0, 98>>, {utf16, little}]), outcome(characters_to_list, [<<216, 61, 222, 0>>, utf16]), outcome(characters_to_list, [<<0, 0, 0, 97, 1>>, utf32])]),
    show([unicode:bom_to_encoding(B) || B <- [<<239, 187, 191, "x">>, <<254, 255>>, <<255, 254>>, <<255, 254, 0, 0>>, <<0, 0, 254, 255>>, <<"abc">>, <<>>]]),
    show([unicode:encoding_to_bom(E) || E <- [utf8, unicode, latin1, {utf16, big}, {utf16, little}, {utf32, big}]]),
    ok.

outcome(F, A) -> try apply(unicode, F, A) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
