%% ~w: terms as they are
-module(directive_w).
-export([start/0]).

start() ->
    Formats = ["~w", "~tw", "~20w", "~-20w", "~4w", "~0w"],
    Values = [[], "abc", [1, 2, 3], {a, "b", <<"c">>}, <<1, 2>>, <<1:3>>, 'Odd atom', 1.0, #{}, #{1 => 2}, [[]], [a | b], "a\nb", [300]],
    [io:format("~s of ~0p: ~ts~n", [Format, Value, formatted(Format, Value)]) || Format <- Formats, Value <- Values],
    ok.

formatted(Format, Value) ->
    try
        ["|", io_lib:format(Format, [Value]), "|"]
    catch
        error:Reason -> io_lib:format("~0p", [Reason])
    end.
