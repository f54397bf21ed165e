%% calendar: seconds to dates and back, time differences, RFC 3339.
-module(calendar_seconds).
-export([start/0]).

start() ->
    [show({S, calendar:gregorian_seconds_to_datetime(S), calendar:seconds_to_time(S rem 86400), calendar:seconds_to_daystime(S)})
     || S <- [0, 59, 3600, 86399, 86400, 62167219200, 63884282096]],
    show(calendar:seconds_to_daystime(-1)),
    show(calendar:datetime_to_gregorian_seconds({{1970, 1, 1}, {0, 0, 0}})),
    show(calendar:time_to_seconds({23, 59, 59})),
    show(calendar:time_difference({{2020, 1, 1}, {0, 0, 0}}, {{2021, 3, 1}, {12, 30, 1}})),
    show(calendar:time_difference({{2020, 1, 2}, {0, 0, 0}}, {{2020, 1, 1}, {12, 0, 0}})),
    show(calendar:now_to_datetime({1700, 0, 0})),
    show(calendar:now_to_universal_time({0, 86400, 999999})),
    [show({S, calendar:system_time_to_universal_time(S, Unit)})
     || {S, Unit} <- [{0, second}, {-1, second}, {1700000000, second}, {1700000000123, millisecond}, {253402300799, second}]],
    [show(calendar:system_time_to_rfc3339(S, [{offset, Offset} | Options]))
     || {S, Offset, Options} <- [{0, "Z", []}, {1700000000, "Z", []}, {1700000000, "+02:00", []}, {1700000000, -3600 * 5, []},
                                 {1700000000123, "Z", [{unit, millisecond}]}, {1, "Z", [{unit, nanosecond}]},
                                 {1700000000, "z", [{time_designator, $ }]}, {1700000000, 0, []}]],
    [show({T, calendar:rfc3339_to_system_time(T)})
     || T <- ["1970-01-01T00:00:00Z", "2023-11-14T22:13:20Z", "2023-11-15 00:13:20+02:00", "1985-04-12t23:20:50.52z", "1937-01-01T12:00:27.87+00:20"]],
    show(calendar:rfc3339_to_system_time("1985-04-12T23:20:50.52Z", [{unit, millisecond}])),
    [show(try apply(calendar, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{seconds_to_time, [86400]}, {seconds_to_time, [-1]}, {time_to_seconds, [{x, 0, 0}]}, {seconds_to_time, [x]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
