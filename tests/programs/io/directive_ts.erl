%% ~ts: strings of all characters
-module(directive_ts).
-export([start/0]).

start() ->
    Formats = ["~ts", "~6ts", "~-6ts", "~.2ts", "~6.3ts"],
    Values = ["abc", "", <<"bin">>, abc, ["a", [<<"b">>], $c], "wörld", 123, "tab\there", "日本語", <<"日本"/utf8>>, "\x{1F600}"],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
