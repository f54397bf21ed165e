%% Moon phases, zodiac signs, week numbers and countdowns from sums of days.
-module(dates_of_feasts).
-export([start/0]).

start() ->
    show([{D, sign(D)} || D <- [{1, 1}, {3, 21}, {7, 4}, {12, 25}]]),
    show([moon(calendar:date_to_gregorian_days(D)) || D <- [{2000, 1, 6}, {2000, 1, 21}, {2024, 1, 11}]]),
    show([thanksgiving(Y) || Y <- [2023, 2024, 2025]]),
    show([advent(Y) || Y <- [2022, 2023, 2024]]),
    show([length([M || M <- lists:seq(1, 12), calendar:day_of_the_week(Y, M, 1) =:= 7]) || Y <- lists:seq(1901, 1910)]),
    show([until({2024, 12, 20}, D) || D <- [{12, 25}, {12, 20}, {1, 1}, {2, 29}]]),
    show([doomsday(Y) =:= calendar:day_of_the_week(Y, 4, 4) || Y <- [1900, 1999, 2000, 2024]]),
    ok.

sign(D) -> hd([S || {Last, S} <- [{{1, 19}, capricorn}, {{2, 18}, aquarius}, {{3, 20}, pisces}, {{4, 19}, aries}, {{5, 20}, taurus}, {{6, 20}, gemini}, {{7, 22}, cancer}, {{8, 22}, leo}, {{9, 22}, virgo}, {{10, 22}, libra}, {{11, 21}, scorpio}, {{12, 21}, sagittarius}, {{12, 31}, capricorn}], D =< Last]).

moon(Days) -> Age = (Days - calendar:date_to_gregorian_days(2000, 1, 6)) * 1000 rem 29531, element(Age * 4 div 29531 + 1, {new, waxing, full, waning}).

thanksgiving(Y) -> lists:nth(4, [D || D <- lists:seq(1, 30), calendar:day_of_the_week(Y, 11, D) =:= 4]).

advent(Y) -> calendar:gregorian_days_to_date(calendar:date_to_gregorian_days(Y, 12, 24) - calendar:day_of_the_week(Y, 12, 24) rem 7 - 21).

until({Y, M, D} = Now, {M2, D2}) ->
    Next = hd([N || N <- [Y, Y + 1, Y + 2, Y + 3, Y + 4], calendar:valid_date(N, M2, D2), {N, M2, D2} >= {Y, M, D}]),
    calendar:date_to_gregorian_days(Next, M2, D2) - calendar:date_to_gregorian_days(Now).

doomsday(Y) -> case (2 + Y + Y div 4 - Y div 100 + Y div 400) rem 7 of 0 -> 7; N -> N end.

show(Term) -> io:format("~0p~n", [Term]).
