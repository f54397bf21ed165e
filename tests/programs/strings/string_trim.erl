%% trim, chomp, pad, strip
-module(string_trim).
-export([start/0]).

start() ->
    show(caught(fun() -> string:trim("  text \t\n") end)),
    show(caught(fun() -> string:trim("  text  ", leading) end)),
    show(caught(fun() -> string:trim("  text  ", trailing) end)),
    show(caught(fun() -> string:trim("xxtextxx", both, "x") end)),
    show(caught(fun() -> string:chomp("line\n") end)),
    show(caught(fun() -> string:chomp("line\r\n\n") end)),
    show(caught(fun() -> lists:flatten(string:pad("ab", 5)) end)),
    show(caught(fun() -> lists:flatten(string:pad("ab", 5, leading)) end)),
    show(caught(fun() -> lists:flatten(string:pad("ab", 5, both, $*)) end)),
    show(caught(fun() -> string:strip("  x  ") end)),
    show(caught(fun() -> string:strip("..x..", both, $.) end)),
    show(caught(fun() -> string:trim(<<"  b  ">>) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
