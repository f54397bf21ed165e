%% Integers written in several bases and read back; text that is no integer.
-module(integer_text).
-export([start/0, id/1]).

start() ->
    Big = id(1) bsl 100,
    [erlang:display([integer_to_list(N, Base) || N <- [0, 255, -255, 1 bsl 64, -Big]])
     || Base <- [2, 7, 10, 16, 36]],
    erlang:display(integer_to_list(id(-42))),
    erlang:display(integer_to_binary(id(12345678901234567890))),
    erlang:display(integer_to_binary(id(-255), 16)),
    erlang:display([list_to_integer(T) || T <- ["0", "-0", "+7", "-123", "00012", integer_to_list(Big)]]),
    erlang:display([list_to_integer(T, 16) || T <- ["ff", "FF", "-Ab", "123456789ABCDEF0123"]]),
    erlang:display(binary_to_integer(<<"-98765432109876543210">>)),
    erlang:display(binary_to_integer(<<"zz">>, 36)),
    erlang:display([true = list_to_integer(integer_to_list(Big + N, B), B) =:= Big + N
                    || N <- [0, 1, -1], B <- lists:seq(2, 36)] =/= []),
    erlang:display([catch_error(fun() -> list_to_integer(T) end)
                    || T <- ["", "-", "1x", " 1", "1 ", "1.0", "--1", atom, [1]]]),
    erlang:display([catch_error(fun() -> list_to_integer(id("12"), B) end) || B <- [2, 1, 37, x]]),
    erlang:display(catch_error(fun() -> integer_to_list(id(a)) end)),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
