%% ~s: strings, cut and filled
-module(directive_s).
-export([start/0]).

start() ->
    Formats = ["~s", "~5s", "~-5s", "~.2s", "~5.2s", "~-5.2s", "~5.5._s", "~2s"],
    Values = ["abc", "", <<"bin">>, abc, ["a", [<<"b">>], $c], "wörld", 123, "tab\there"],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
