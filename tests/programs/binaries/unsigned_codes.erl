%% Integers as bytes of either order, and hexadecimal
-module(unsigned_codes).
-export([start/0]).

start() ->
    each(fun binary:encode_unsigned/1, [0, 1, 255, 256, 65536, 1 bsl 80, -1, a]),
    show([binary:encode_unsigned(N, little) || N <- [0, 1, 256, 16#010203]]),
    show([{binary:decode_unsigned(B), binary:decode_unsigned(B, little)} || B <- [<<>>, <<1>>, <<1, 2>>, <<0, 0, 1>>, <<255:64>>]]),
    show([binary:encode_hex(B) || B <- [<<>>, <<0, 1, 254, 255>>, <<"hex">>]]),
    each(fun binary:decode_hex/1, [<<>>, <<"00ff">>, <<"FfAa">>, <<"0">>, <<"0g">>]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
