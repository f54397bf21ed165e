%% ~b: integers in a base, lower case
-module(directive_b).
-export([start/0]).

start() ->
    Formats = ["~b", "~10b", "~-10b", "~.16b", "~.2b", "~.36b", "~10.16b", "~10.16.0b"],
    Values = [0, 1, -1, 255, -255, 1 bsl 40, -(1 bsl 70), a, 1.0],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
