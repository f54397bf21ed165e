%% find, prefix, equal, str, chr, span
-module(string_find).
-export([start/0]).

start() ->
    show(caught(fun() -> string:find("hello world", "o") end)),
    show(caught(fun() -> string:find("hello world", "o", trailing) end)),
    show(caught(fun() -> string:find("hello", "x") end)),
    show(caught(fun() -> string:find("hello", "") end)),
    show(caught(fun() -> string:prefix("prefix", "pre") end)),
    show(caught(fun() -> string:prefix("prefix", "fix") end)),
    show(caught(fun() -> string:equal("a", "a") end)),
    show(caught(fun() -> string:equal("A", "a", true) end)),
    show(caught(fun() -> string:equal(<<"å"/utf8>>, "å") end)),
    show(caught(fun() -> string:str("hello", "l") end)),
    show(caught(fun() -> string:rstr("hello", "l") end)),
    show(caught(fun() -> string:chr("hello", $l) end)),
    show(caught(fun() -> string:rchr("hello", $z) end)),
    show(caught(fun() -> string:span("aabbc", "ab") end)),
    show(caught(fun() -> string:cspan("aabbc", "c") end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
