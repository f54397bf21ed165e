%% Dates moved by days, months and years, ages, quarters.
-module(rounding_of_dates).
-export([start/0]).

start() ->
    show([add_days(D, N) || {D, N} <- [{{2024, 2, 28}, 1}, {{2024, 2, 28}, 2}, {{2023, 12, 31}, 1}, {{2024, 3, 1}, -1}, {{2000, 1, 1}, 10000}]]),
    show([add_months(D, N) || {D, N} <- [{{2024, 1, 31}, 1}, {{2023, 1, 31}, 1}, {{2024, 12, 15}, 1}, {{2024, 3, 31}, -1}, {{2024, 2, 29}, 12}]]),
    show([age({2000, 2, 29}, D) || D <- [{2024, 2, 28}, {2024, 2, 29}, {2001, 2, 28}, {2001, 3, 1}]]),
    show([(M - 1) div 3 + 1 || M <- lists:seq(1, 12)]),
    show([day_of_year({2024, M, 1}) || M <- [1, 3, 12]]),
    show([weekday(calendar:day_of_the_week(D)) || D <- [{2024, 1, 1}, {2000, 1, 1}, {1970, 1, 1}]]),
    show([workdays({2024, 1, 1}, {2024, 1, D}) || D <- [1, 7, 8, 31]]),
    show([calendar:gregorian_seconds_to_datetime(calendar:datetime_to_gregorian_seconds(DT) + S) || {DT, S} <- [{{{2023, 12, 31}, {23, 59, 59}}, 1}, {{{2024, 2, 28}, {12, 0, 0}}, 86400}, {{{2024, 1, 1}, {0, 0, 0}}, -1}]]),
    show(calendar:time_difference({{2024, 2, 28}, {23, 0, 0}}, {{2024, 3, 1}, {1, 30, 0}})),
    show([text({{2024, 7, 4}, {9, 5, 3}})]),
    ok.

add_days(D, N) -> calendar:gregorian_days_to_date(calendar:date_to_gregorian_days(D) + N).

add_months({Y, M, D}, N) ->
    T = Y * 12 + M - 1 + N,
    {Y2, M2} = {T div 12, T rem 12 + 1},
    {Y2, M2, min(D, calendar:last_day_of_the_month(Y2, M2))}.

age({Y, M, D}, {Y2, M2, D2}) when {M2, D2} < {M, D} -> Y2 - Y - 1;
age({Y, _, _}, {Y2, _, _}) -> Y2 - Y.

day_of_year({Y, _, _} = D) -> calendar:date_to_gregorian_days(D) - calendar:date_to_gregorian_days({Y, 1, 1}) + 1.

weekday(N) -> element(N, {monday, tuesday, wednesday, thursday, friday, saturday, sunday}).

workdays(A, B) -> length([N || N <- lists:seq(calendar:date_to_gregorian_days(A), calendar:date_to_gregorian_days(B)), calendar:day_of_the_week(calendar:gregorian_days_to_date(N)) < 6]).

text({{Y, M, D}, {H, Mi, S}}) -> lists:flatten(io_lib:format("~4..0w-~2..0w-~2..0wT~2..0w:~2..0w:~2..0w", [Y, M, D, H, Mi, S])).

show(Term) -> io:format("~0p~n", [Term]).
