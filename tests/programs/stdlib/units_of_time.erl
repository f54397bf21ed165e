%% timer and calendar: seconds, minutes, hours, and times of days read and made.
-module(units_of_time).
-export([start/0]).

start() ->
    calls(timer, seconds, [[0], [1], [60], [1.5]]),
    calls(timer, minutes, [[1], [0.5]]),
    calls(timer, hours, [[1], [-1]]),
    calls(timer, hms, [[0, 0, 1], [1, 1, 1]]),
    calls(calendar, seconds_to_time, [[0], [86399], [3661]]),
    calls(calendar, time_to_seconds, [[{0, 0, 0}], [{23, 59, 59}], [{1, 1, 1}]]),
    calls(calendar, seconds_to_daystime, [[0], [-1], [-86400], [90061], [1 bsl 40]]),
    calls(calendar, day_of_the_week, [[{2024, 2, 29}], [2000, 1, 1], [1, 1, 1]]),
    calls(calendar, is_leap_year, [[2000], [1900], [2024], [0]]),
    calls(calendar, iso_week_number, [[{2020, 12, 31}], [{2021, 1, 3}], [{2024, 1, 1}]]),
    calls(calendar, valid_date, [[{2024, 2, 29}], [2023, 2, 29], [{2024, 0, 1}], [{2024, 12, 32}]]),
    calls(calendar, last_day_of_the_month, [[2024, 2], [2023, 2], [2023, 4]]),
    calls(calendar, date_to_gregorian_days, [[{0, 1, 1}], [2024, 2, 29]]),
    calls(calendar, gregorian_days_to_date, [[0], [739000]]),
    calls(calendar, datetime_to_gregorian_seconds, [[{{2024, 2, 29}, {12, 30, 15}}]]),
    calls(calendar, gregorian_seconds_to_datetime, [[63876428215], [0]]),
    calls(calendar, time_difference, [[{{2024, 1, 1}, {0, 0, 0}}, {{2024, 1, 2}, {1, 1, 1}}]]),
    ok.

calls(Module, Function, Lists) ->
    [io:format("~0p ~0p -> ~0p~n", [Function, Arguments, outcome(Module, Function, Arguments)]) || Arguments <- Lists],
    ok.

outcome(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments)
    catch Class:Reason:Stack -> {Class, Reason, frame(Stack)}
    end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.
