%% Numbers in words
-module(number_words).
-export([start/0]).

start() ->
    [io:format("~b: ~s~n", [N, words(N)]) || N <- [0, 7, 13, 20, 42, 100, 101, 999, 1000, 12345, 1000000, -15]],
    ok.

words(N) when N < 0 -> "minus " ++ words(-N);
words(N) when N < 20 -> lists:nth(N + 1, ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]);
words(N) when N < 100 -> lists:nth(N div 10 - 1, ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]) ++ rest(N rem 10, "-");
words(N) when N < 1000 -> words(N div 100) ++ " hundred" ++ rest(N rem 100, " and ");
words(N) when N < 1000000 -> words(N div 1000) ++ " thousand" ++ rest(N rem 1000, " ");
words(N) -> words(N div 1000000) ++ " million" ++ rest(N rem 1000000, " ").

rest(0, _) -> "";
rest(N, Between) -> Between ++ words(N).
