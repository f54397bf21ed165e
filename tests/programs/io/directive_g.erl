%% ~g: floats, with an exponent when that is shorter
-module(directive_g).
-export([start/0]).

start() ->
    Formats = ["~g", "~.3g", "~.10g", "~15g", "~15.4g"],
    Values = [0.0, 1.0, -1.5, 0.1, 3.14159265358979, 1.0e10, 1.0e-10, 123456789.123, 1.0e100, -2.5e-7, 1],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
