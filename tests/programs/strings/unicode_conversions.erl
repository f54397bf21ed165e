%% Between encodings
-module(unicode_conversions).
-export([start/0]).

start() ->
    show(caught(fun() -> unicode:characters_to_binary("aå日") end)),
    show(caught(fun() -> unicode:characters_to_binary("aå", unicode, latin1) end)),
    show(caught(fun() -> unicode:characters_to_binary(<<"å">>, latin1) end)),
    show(caught(fun() -> unicode:characters_to_list(<<"aå日"/utf8>>) end)),
    show(caught(fun() -> unicode:characters_to_list(<<228, 229>>, latin1) end)),
    show(caught(fun() -> unicode:characters_to_list(<<65, 255, 66>>) end)),
    show(caught(fun() -> unicode:characters_to_list(<<65, 16#E6, 16#97>>) end)),
    show(caught(fun() -> unicode:characters_to_binary("aé", unicode, utf16) end)),
    show(caught(fun() -> unicode:characters_to_binary("aé", unicode, {utf16, little}) end)),
    show(caught(fun() -> unicode:characters_to_binary("a😀", unicode, utf32) end)),
    show(caught(fun() -> unicode:characters_to_list(<<0, 97, 0, 233>>, {utf16, big}) end)),
    show(caught(fun() -> unicode:characters_to_list([<<97, 0>>, <<233, 0>>], {utf16, little}) end)),
    show(caught(fun() -> unicode:characters_to_list(<<0, 0, 0, 97>>, utf32) end)),
    show(caught(fun() -> unicode:characters_to_list(<<97>>, utf16) end)),
    show(caught(fun() -> unicode:characters_to_list(<<97>>, klingon) end)),
    show(caught(fun() -> unicode:characters_to_binary(<<0, 97>>, utf16) end)),
    show(caught(fun() -> unicode:characters_to_list(["a", <<"b">>, [$c]]) end)),
    show(caught(fun() -> unicode:bom_to_encoding(<<16#EF, 16#BB, 16#BF, "x">>) end)),
    show(caught(fun() -> unicode:encoding_to_bom(utf8) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
