%% Characters of one to four bytes, made and matched
-module(utf_fields).
-export([start/0]).

start() ->
    Characters = [0, 65, 127, 128, 16#7FF, 16#800, 16#D7FF, 16#D800, 16#DFFF, 16#E000, 16#FFFF, 16#10000, 16#10FFFF, 16#110000, -1, a],
    [show({C, caught(fun() -> <<C/utf8>> end), caught(fun() -> <<C/utf16>> end), caught(fun() -> <<C/utf16-little>> end), caught(fun() -> <<C/utf32>> end)}) || C <- Characters],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
