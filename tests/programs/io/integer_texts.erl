%% Integers as text in every base and back
-module(integer_texts).
-export([start/0]).

start() ->
    Integers = [0, 1, -1, 35, 36, 255, 1 bsl 28, 1 bsl 60, (1 bsl 64) - 1, 1 bsl 100, -(1 bsl 100)],
    [show([list_to_integer(integer_to_list(I, B), B) =:= I || I <- Integers]) || B <- lists:seq(2, 36)],
    [show([integer_to_list(I, B) || B <- [2, 8, 16, 36]]) || I <- Integers],
    [show(caught(fun() -> integer_to_list(10, B) end)) || B <- [0, 1, 37, a]],
    [show({T, caught(fun() -> list_to_integer(T) end)}) || T <- ["", "+5", "-5", "- 5", "5 ", " 5", "0x5", "1_000", "1.0", "--5", "00012"]],
    [show({T, caught(fun() -> binary_to_integer(T, 16) end)}) || T <- [<<"fF">>, <<"-Ab">>, <<"g">>, <<>>, <<"+1">>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
