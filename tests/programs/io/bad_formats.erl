%% io:format with too few arguments, too many, or of the wrong type.
-module(bad_formats).
-export([start/0]).

start() ->
    io:format("~w~n", [attempt("~w", [])]),
    io:format("~w~n", [attempt("~w", [1, 2])]),
    io:format("~w~n", [attempt("~s", [1])]),
    io:format("~w~n", [attempt("~b", [x])]),
    io:format("~w~n", [attempt("~f", [1])]),
    io:format("~w~n", [attempt("~c", [x])]),
    io:format("~w~n", [attempt("~q", [x])]),
    io:format("~w~n", [attempt("~", [])]),
    io:format("~w~n", [attempt("~w", x)]),
    io:format("~w~n", [attempt("~s", [[16#3bb]])]),
    io:format("still here~n"),
    ok.

attempt(Format, Arguments) ->
    try lists:flatten(io_lib:format(Format, Arguments)) catch Class:Reason -> {Class, Reason} end.
