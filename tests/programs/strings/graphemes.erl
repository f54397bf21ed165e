%% Characters of several code points
-module(graphemes).
-export([start/0]).

start() ->
    show(caught(fun() -> string:to_graphemes("e\x{301}a") end)),
    show(caught(fun() -> string:next_grapheme("e\x{301}a") end)),
    show(caught(fun() -> string:next_codepoint("e\x{301}") end)),
    show(caught(fun() -> string:next_grapheme("") end)),
    show(caught(fun() -> string:next_codepoint(<<"日本"/utf8>>) end)),
    show(caught(fun() -> string:length("\x{1F468}\x{200D}\x{1F469}") end)),
    show(caught(fun() -> string:is_empty("") end)),
    show(caught(fun() -> string:is_empty(<<>>) end)),
    show(caught(fun() -> string:is_empty(["", <<>>]) end)),
    show(caught(fun() -> string:to_graphemes("\r\nx") end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
