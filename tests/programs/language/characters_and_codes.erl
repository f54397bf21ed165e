%% Characters as numbers: arithmetic, ranges, classes and comparisons of text.
-module(characters_and_codes).
-export([start/0]).

start() ->
    show([$a + 1, [$a + 1], $z - $a, $0 + 9, $A bxor 32, [C bxor 32 || C <- "Hello"]]),
    show([class(C) || C <- "aZ5 _\t\n!" ++ [228, 955, 16#1F600]]),
    show([[C] || C <- lists:seq($a, $j)]),
    show([list_to_integer([C]) || C <- "0123456789"]),
    show([hex(C) || C <- "AVM"]),
    show(["a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "10" < "9", "a" < [$a, 0]]),
    show([$\x41, $\x{3bb}, $\101, $\s, $\d, $\^Z]),
    show([lists:flatten([C, C]) || C <- ["x", $y]]),
    show([string:to_integer([C]) || C <- "5x"]),
    show([unicode:characters_to_binary([C]) || C <- [65, 228, 955, 16#1F600]]),
    show(lists:sort("the quick brown")),
    show([C || C <- lists:seq(0, 127), io_lib:printable_list([C]), C < 33]),
    ok.

class(C) when C >= $a, C =< $z -> lower;
class(C) when C >= $A, C =< $Z -> upper;
class(C) when C >= $0, C =< $9 -> digit;
class(C) when C =:= $\s; C =:= $\t; C =:= $\n -> space;
class(C) when C < 128 -> punctuation;
class(C) when C < 256 -> latin;
class(C) when C < 16#10000 -> wide;
class(_) -> astral.

hex(C) -> [digit(C bsr 4), digit(C band 15)].

digit(D) when D < 10 -> $0 + D;
digit(D) -> $A + D - 10.

show(Term) -> io:format("~0p~n", [Term]).
