%% Pig Latin, phone words, anagram keys, Soundex, pangrams, isograms.
-module(word_games).
-export([start/0]).

start() ->
    show([pig(W) || W <- ["pig", "smile", "apple", "rhythm", "quick"]]),
    show([soundex(W) || W <- ["Robert", "Rupert", "Rubin", "Tymczak", "Pfister", "Honeyman", "Ashcraft"]]),
    show([pangram(T) || T <- ["The quick brown fox jumps over the lazy dog", "Hello"]]),
    show([isogram(W) || W <- ["lumberjack", "background", "isograms", "downstream", "hello"]]),
    show([phone(W) || W <- ["erlang", "beam", "avm"]]),
    show([length(letters(N)) || N <- ["2", "23", "79"]]),
    show([rot(N, "Hello, World") || N <- [1, 13, 25]]),
    show(rot(13, rot(13, "Round Trip"))),
    show([atbash("wizard"), atbash(atbash("round"))]),
    show([vowels(T) || T <- ["programming", "rhythm", "aeiou"]]),
    show([acronym(T) || T <- ["portable network graphics", "Ruby on Rails"]]),
    show([scrabble(W) || W <- ["quiz", "cabbage", "street"]]),
    show([rle(T) || T <- ["aaabccd", "", "zzzzzzzzzzzz"]]),
    ok.

pig([C | _] = W) when C =:= $a; C =:= $e; C =:= $i; C =:= $o; C =:= $u -> W ++ "ay";
pig("qu" ++ Rest) -> Rest ++ "quay";
pig(W) -> {Head, Tail} = lists:splitwith(fun(C) -> not lists:member(C, "aeiouy") end, W), Tail ++ Head ++ "ay".

soundex([H | T]) ->
    Codes = [code(C) || C <- [H + 32 | T]],
    lists:sublist([H | squeeze(tl(Codes), hd(Codes))] ++ "000", 4).

squeeze([], _) -> [];
squeeze([skip | T], Last) -> squeeze(T, Last);
squeeze([0 | T], _) -> squeeze(T, 0);
squeeze([C | T], C) -> squeeze(T, C);
squeeze([C | T], _) -> [C + $0 | squeeze(T, C)].

code(C) when C =:= $h; C =:= $w -> skip;
code(C) -> hd([N || {N, L} <- [{1, "bfpv"}, {2, "cgjkqsxz"}, {3, "dt"}, {4, "l"}, {5, "mn"}, {6, "r"}, {0, "aeiouy"}], lists:member(C, L)]).

pangram(T) -> length(lists:usort([C || C <- string:lowercase(T), C >= $a, C =< $z])) =:= 26.

isogram(W) -> length(lists:usort(W)) =:= length(W).

phone(W) -> [hd([D || {D, L} <- keys(), lists:member(C, L)]) || C <- W].

keys() -> [{$2, "abc"}, {$3, "def"}, {$4, "ghi"}, {$5, "jkl"}, {$6, "mno"}, {$7, "pqrs"}, {$8, "tuv"}, {$9, "wxyz"}].

letters([]) -> [[]];
letters([D | Ds]) -> [[C | R] || C <- proplists:get_value(D, keys()), R <- letters(Ds)].

rot(N, T) -> [if C >= $a, C =< $z -> $a + (C - $a + N) rem 26; C >= $A, C =< $Z -> $A + (C - $A + N) rem 26; true -> C end || C <- T].

atbash(T) -> [$a + $z - C || C <- T].

vowels(T) -> [{V, N} || V <- "aeiou", N <- [length([C || C <- T, C =:= V])], N > 0].

acronym(T) -> [hd(string:uppercase(W)) || W <- string:lexemes(T, " ")].

scrabble(W) -> lists:sum([hd([N || {N, L} <- [{1, "aeioulnstr"}, {2, "dg"}, {3, "bcmp"}, {4, "fhvwy"}, {5, "k"}, {8, "jx"}, {10, "qz"}], lists:member(C, L)]) || C <- W]).

rle([]) -> "";
rle([C | _] = T) -> {A, B} = lists:splitwith(fun(X) -> X =:= C end, T), integer_to_list(length(A)) ++ [C] ++ rle(B).

show(Term) -> io:format("~0p~n", [Term]).
