%% How strings, atoms and binaries show control characters, quotes and letters.
-module(escaped_characters).
-export([start/0]).

start() ->
    Strings = ["tab\there", "nl\nhere", "bell\b", "esc\e", "quote\"", "back\\slash", "del\d", [0], [127], [128, 129], "é", [955], [16#1F600], "a\x{200B}b", [1, 2, 3], "mixed" ++ [955], ""],
    [io:format("~p ~tp ~w~n", [S, S, S]) || S <- Strings],
    [io:format("~p ~tp ~w~n", [B, B, B]) || S <- Strings, B <- [unicode:characters_to_binary(S)]],
    Atoms = ['tab\there', 'nl\nhere', 'quote\'', 'double"', 'é', 'É', 'λ', 'a b', '1a', 'A', '_', '@', 'a@b', '', 'end', 'div', 'x-y'],
    [io:format("~p ~tp ~w ~tw ~ts~n", [A, A, A, A, A]) || A <- Atoms],
    io:format("~p ~p~n", [{"nested \"q\"", 'At Om'}, #{"k\n" => <<"v\t">>}]),
    io:format("~p~n", [["list", "of", "strings", [1, 2], <<0, 1>>, <<"ok">>, <<255>>]]),
    io:format("~p ~p ~p~n", [<<"abc">>, <<"abc", 0>>, <<"abc":20>>]),
    ok.
