%% calendar: days since year 0, days of weeks, ISO weeks, ends of months.
-module(calendar_days).
-export([start/0]).

start() ->
    [show({D, calendar:date_to_gregorian_days(D), calendar:day_of_the_week(D), if D < {1, 2, 1} -> none; true -> calendar:iso_week_number(D) end})
     || D <- [{0, 1, 1}, {1, 1, 1}, {1969, 12, 31}, {1970, 1, 1}, {1999, 12, 31}, {2000, 2, 29}, {2004, 12, 31}, {2005, 1, 1},
              {2005, 1, 2}, {2008, 12, 29}, {2010, 1, 3}, {2024, 2, 29}, {2100, 3, 1}, {9999, 12, 31}]],
    [show({N, calendar:gregorian_days_to_date(N)}) || N <- [0, 1, 59, 60, 365, 366, 719528, 730485, 3652424]],
    show([{Y, calendar:is_leap_year(Y)} || Y <- [0, 4, 100, 400, 1900, 2000, 2023, 2024]]),
    show([calendar:last_day_of_the_month(2024, M) || M <- lists:seq(1, 12)]),
    show([calendar:last_day_of_the_month(Y, 2) || Y <- [1900, 2000, 2001]]),
    show([calendar:valid_date(D) || D <- [{2023, 2, 29}, {2024, 2, 29}, {2024, 13, 1}, {2024, 4, 31}, {2024, 1, 0}, {0, 1, 1}]]),
    show(calendar:valid_date(2024, 6, 30)),
    show(lists:all(fun(N) -> calendar:date_to_gregorian_days(calendar:gregorian_days_to_date(N)) =:= N end,
                   lists:seq(700000, 760000, 977))),
    [show(try apply(calendar, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{iso_week_number, [x]},
                   {last_day_of_the_month, [2024, 13]}, {is_leap_year, [x]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
