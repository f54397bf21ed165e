%% Leap years and days of months
-module(leap_years).
-export([start/0]).

start() ->
    show([Y || Y <- [1900, 1996, 1999, 2000, 2004, 2100, 2400], calendar:is_leap_year(Y)]),
    show([calendar:last_day_of_the_month(Y, 2) || Y <- [1900, 2000, 2023, 2024]]),
    show(calendar:date_to_gregorian_days(1970, 1, 1)),
    show(calendar:gregorian_days_to_date(730000)),
    show(calendar:datetime_to_gregorian_seconds({{2024, 2, 29}, {12, 30, 15}})),
    show(calendar:gregorian_seconds_to_datetime(63876000000)),
    show([calendar:valid_date(D) || D <- [{2023, 2, 29}, {2024, 2, 29}, {2024, 13, 1}, {2024, 4, 31}]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
