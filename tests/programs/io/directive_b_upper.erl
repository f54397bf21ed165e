%% ~B: integers in a base, upper case
-module(directive_b_upper).
-export([start/0]).

start() ->
    Formats = ["~B", "~10B", "~-8B", "~.16B", "~.36B", "~12.10._B"],
    Values = [0, 1, -1, 255, -255, 1 bsl 40, -(1 bsl 70), a, 1.0],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
