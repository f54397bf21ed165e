%% Bitstrings to lists and back
-module(lists_of_bits).
-export([start/0]).

start() ->
    [show({B, bitstring_to_list(B), list_to_bitstring(bitstring_to_list(B)) =:= B}) || B <- [<<>>, <<1>>, <<1, 2:3>>, <<7:3>>, <<"abc">>, <<1:17>>]],
    [show(caught(fun() -> binary_to_list(B) end)) || B <- [<<"ab">>, <<1:3>>, "ab"]],
    [show(caught(fun() -> binary_to_list(<<"abcd">>, A, B) end)) || {A, B} <- [{1, 4}, {2, 3}, {3, 2}, {0, 1}, {1, 5}, {4, 3}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
