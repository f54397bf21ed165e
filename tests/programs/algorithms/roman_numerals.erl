%% Numbers in Roman numerals and back, and spelled out in words.
-module(roman_numerals).
-export([start/0]).

start() ->
    Numbers = [1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999],
    erlang:display([roman(N, table()) || N <- Numbers]),
    erlang:display([value(roman(N, table())) || N <- Numbers]),
    erlang:display(lists:all(fun(N) -> value(roman(N, table())) =:= N end, lists:seq(1, 1000))),
    [erlang:display(lists:flatten(words(N))) || N <- [0, 7, 13, 20, 42, 100, 101, 999, 1000, 12345, 1000000]],
    ok.

table() ->
    [{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
     {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}].

roman(0, _) -> "";
roman(N, [{Value, Text} | _] = Table) when N >= Value -> Text ++ roman(N - Value, Table);
roman(N, [_ | Table]) -> roman(N, Table).

value([]) -> 0;
value([A, B | Rest]) ->
    case {digit(A), digit(B)} of
        {X, Y} when X < Y -> Y - X + value(Rest);
        {X, _} -> X + value([B | Rest])
    end;
value([A]) -> digit(A).

digit($I) -> 1; digit($V) -> 5; digit($X) -> 10; digit($L) -> 50; digit($C) -> 100; digit($D) -> 500;
digit($M) -> 1000.

words(0) -> "zero";
words(N) -> lists:join(" ", parts(N)).

parts(0) -> [];
parts(N) when N >= 1000000 -> parts(N div 1000000) ++ ["million" | parts(N rem 1000000)];
parts(N) when N >= 1000 -> parts(N div 1000) ++ ["thousand" | parts(N rem 1000)];
parts(N) when N >= 100 -> parts(N div 100) ++ ["hundred" | parts(N rem 100)];
parts(N) when N >= 20 ->
    Tens = element(N div 10 - 1, {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}),
    [Tens | parts(N rem 10)];
parts(N) ->
    [element(N, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                 "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"})].
