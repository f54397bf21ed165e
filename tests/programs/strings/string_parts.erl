%% slice, length, reverse, substr, left, right, centre
-module(string_parts).
-export([start/0]).

start() ->
    show(caught(fun() -> string:slice("hello", 1, 3) end)),
    show(caught(fun() -> string:slice("hello", 2) end)),
    show(caught(fun() -> string:slice("hello", 9) end)),
    show(caught(fun() -> string:length("e\x{301}a") end)),
    show(caught(fun() -> string:length(<<"日本"/utf8>>) end)),
    show(caught(fun() -> string:reverse("e\x{301}ab") end)),
    show(caught(fun() -> string:substr("hello", 2, 3) end)),
    show(caught(fun() -> string:sub_string("hello", 2, 4) end)),
    show(caught(fun() -> string:left("ab", 4, $.) end)),
    show(caught(fun() -> string:right("ab", 4, $.) end)),
    show(caught(fun() -> string:centre("ab", 5, $.) end)),
    show(caught(fun() -> string:copies("ab", 3) end)),
    show(caught(fun() -> string:chars($x, 3) end)),
    show(caught(fun() -> string:words("a b c") end)),
    show(caught(fun() -> string:sub_word("one two", 2) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
