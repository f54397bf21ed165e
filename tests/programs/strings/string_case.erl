%% upper, lower, title and folded
-module(string_case).
-export([start/0]).

start() ->
    show(caught(fun() -> string:uppercase("Straße é ñ") end)),
    show(caught(fun() -> string:lowercase("ÀÉÎ ABC") end)),
    show(caught(fun() -> string:titlecase("hello world") end)),
    show(caught(fun() -> string:casefold("Straße") end)),
    show(caught(fun() -> string:uppercase(<<"bin é"/utf8>>) end)),
    show(caught(fun() -> string:lowercase("") end)),
    show(caught(fun() -> string:to_upper("abc é") end)),
    show(caught(fun() -> string:to_lower($Q) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
