%% split, lexemes, tokens, nth_lexeme
-module(string_split).
-export([start/0]).

start() ->
    show(caught(fun() -> string:split("a,b,c", ",") end)),
    show(caught(fun() -> string:split("a,b,c", ",", trailing) end)),
    show(caught(fun() -> string:split("a,b,c", ",", all) end)),
    show(caught(fun() -> string:split("abc", ",") end)),
    show(caught(fun() -> string:split("", ",") end)),
    show(caught(fun() -> string:split("a, b, c", ", ", all) end)),
    show(caught(fun() -> string:lexemes("a  b;c", " ;") end)),
    show(caught(fun() -> string:lexemes("", " ") end)),
    show(caught(fun() -> string:tokens("a--b-c-", "-") end)),
    show(caught(fun() -> string:nth_lexeme("one two three", 2, " ") end)),
    show(caught(fun() -> string:split(<<"a,b">>, ",") end)),
    show(caught(fun() -> string:join(["a", "b", "c"], ", ") end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
