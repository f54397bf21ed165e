%% Letters moved along the alphabet
-module(caesar_cipher).
-export([start/0]).

start() ->
    Text = "The five boxing wizards jump quickly",
    [begin C = cipher(Text, K), io:format("~2b ~s | ~s~n", [K, C, cipher(C, -K)]) end || K <- [1, 13, 25]],
    ok.

cipher(Text, K) -> [moved(C, K) || C <- Text].

moved(C, K) when C >= $a, C =< $z -> (C - $a + K + 26) rem 26 + $a;
moved(C, K) when C >= $A, C =< $Z -> (C - $A + K + 26) rem 26 + $A;
moved(C, _) -> C.
