%% Morse code sent and read, with words, unknown signs and lengths in beats.
-module(morse_code).
-export([start/0]).

start() ->
    [show({T, encode(T), decode(encode(T)), beats(encode(T))}) || T <- ["SOS", "HELLO WORLD", "PARIS", "", "E", "A1"]],
    show(decode("... --- ... / .-- ........")),
    show(lists:sort([{length(M), C} || {C, M} <- table()])),
    ok.

table() ->
    [{$A, ".-"}, {$B, "-..."}, {$C, "-.-."}, {$D, "-.."}, {$E, "."}, {$F, "..-."}, {$G, "--."}, {$H, "...."}, {$I, ".."}, {$J, ".---"}, {$K, "-.-"}, {$L, ".-.."}, {$M, "--"}, {$N, "-."}, {$O, "---"}, {$P, ".--."},
     {$Q, "--.-"}, {$R, ".-."}, {$S, "..."}, {$T, "-"}, {$U, "..-"}, {$V, "...-"}, {$W, ".--"}, {$X, "-..-"}, {$Y, "-.--"}, {$Z, "--.."}, {$1, ".----"}, {$0, "-----"}].

encode(Text) -> string:join([string:join([proplists:get_value(C, table(), "?") || C <- Word], " ") || Word <- string:lexemes(Text, " ")], " / ").

decode(Signs) ->
    string:join([[case lists:keyfind(S, 2, table()) of {C, S} -> C; false -> $? end || S <- string:lexemes(Word, " ")] || Word <- string:split(Signs, " / ", all), Word =/= ""], " ").

beats(Signs) -> lists:sum([case C of $. -> 2; $- -> 4; $\s -> 2; $/ -> 2; _ -> 0 end || C <- Signs]).

show(Term) -> io:format("~0p~n", [Term]).
