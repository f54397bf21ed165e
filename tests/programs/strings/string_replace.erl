%% replace in all its directions
-module(string_replace).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:flatten(string:replace("a-b-c", "-", "+")) end)),
    show(caught(fun() -> lists:flatten(string:replace("a-b-c", "-", "+", all)) end)),
    show(caught(fun() -> lists:flatten(string:replace("a-b-c", "-", "+", trailing)) end)),
    show(caught(fun() -> lists:flatten(string:replace("abc", "x", "y")) end)),
    show(caught(fun() -> iolist_to_binary(string:replace(<<"aXbX">>, <<"X">>, <<"--">>, all)) end)),
    show(caught(fun() -> string:take("aabbcc", "ab") end)),
    show(caught(fun() -> string:take("aabbcc", "c", true) end)),
    show(caught(fun() -> string:take("aabbcc", "c", false, trailing) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
