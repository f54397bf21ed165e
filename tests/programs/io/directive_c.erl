%% ~c: characters, once or often
-module(directive_c).
-export([start/0]).

start() ->
    Formats = ["~c", "~3c", "~-3c", "~5.2c", "~.3c", "~tc", "~5.3tc"],
    Values = [$a, $ä, 8364, 300, a, 32],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
