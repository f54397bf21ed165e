%% Fizz, Buzz and numbers
-module(fizz_buzz).
-export([start/0]).

start() ->
    [io:format("~s ", [word(N)]) || N <- lists:seq(1, 30)],
    io:nl(),
    ok.

word(N) when N rem 15 =:= 0 -> "FizzBuzz";
word(N) when N rem 5 =:= 0 -> "Buzz";
word(N) when N rem 3 =:= 0 -> "Fizz";
word(N) -> integer_to_list(N).
