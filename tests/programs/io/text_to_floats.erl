%% Which texts are floats
-module(text_to_floats).
-export([start/0]).

start() ->
    Texts = ["1.0", "-1.5", "+2.5", "1", "1.", ".5", "1e5", "1.0e5", "1.0E5", "1.0e-5", "1.0e+5", "1.0e", "1.0e400", "-0.5", " 1.0", "1.0 ", "1,0", "", "abc", "1.0e-400"],
    [show({T, caught(fun() -> list_to_float(T) end), caught(fun() -> binary_to_float(list_to_binary(T)) end)}) || T <- Texts],
    [show({T, string:to_float(T)}) || T <- ["1.5rest", "1", "x", "-2.0e3.4", "3.0e", ""]],
    [show({T, string:to_integer(T)}) || T <- ["12rest", "-3", "+4x", "x", "", "1.5"]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
