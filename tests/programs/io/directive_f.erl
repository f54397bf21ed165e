%% ~f: floats without an exponent
-module(directive_f).
-export([start/0]).

start() ->
    Formats = ["~f", "~.1f", "~.3f", "~.10f", "~12.2f", "~-12.2f", "~12.2._f", "~.0f"],
    Values = [0.0, 1.0, -1.5, 0.1, 3.14159265358979, 1.0e10, 1.0e-10, 123456789.123, 1.0e100, -2.5e-7, 1],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
