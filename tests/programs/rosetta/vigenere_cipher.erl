%% A cipher with a key word
-module(vigenere_cipher).
-export([start/0]).

start() ->
    Key = "LEMON",
    Secret = cipher("ATTACKATDAWN", Key, 1),
    io:format("~s ~s~n", [Secret, cipher(Secret, Key, -1)]),
    ok.

cipher(Text, Key, Sign) ->
    Keys = lists:sublist(lists:append(lists:duplicate(length(Text) div length(Key) + 1, Key)), length(Text)),
    [(C - $A + Sign * (K - $A) + 26) rem 26 + $A || {C, K} <- lists:zip(Text, Keys)].
