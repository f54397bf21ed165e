%% Floats of 16, 32 and 64 bits
-module(float_fields).
-export([start/0]).

start() ->
    Floats = [0.0, 1.0, -1.0, 0.5, 1.5, 65504.0, 3.0e38, 1.0e-7, 3.14159],
    [show({F, <<F:64/float>>, <<F:32/float>>, <<F:64/float-little>>}) || F <- Floats],
    [show({F, caught(fun() -> <<F:16/float>> end)}) || F <- Floats],
    [begin <<X:32/float>> = <<F:32/float>>, show(X) end || F <- Floats],
    [show(caught(fun() -> <<V:32/float>> end)) || V <- [1, 1 bsl 40, 1.0e39, a, 1 bsl 1030]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
