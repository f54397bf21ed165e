%% Time, chance with a seed, and what is measured of neither.
-module(moments).
-export([start/0]).

start() ->
    show(calendar, [calendar:day_of_the_week(2024, 2, 29), calendar:is_leap_year(2100), calendar:last_day_of_the_month(2023, 2),
        calendar:date_to_gregorian_days(2000, 1, 1), calendar:gregorian_seconds_to_datetime(63113904000),
        calendar:iso_week_number({2021, 1, 3}), calendar:seconds_to_daystime(100000),
        calendar:time_difference({{2020, 1, 1}, {0, 0, 0}}, {{2020, 1, 2}, {3, 4, 5}})]),
    show(rfc3339, [calendar:system_time_to_rfc3339(0, [{offset, "Z"}]), calendar:rfc3339_to_system_time("2018-02-01T15:18:02.088Z", [{unit, millisecond}])]),
    [show(Algorithm, rolls(Algorithm)) || Algorithm <- [exsss, exrop, exs1024s, exro928ss]],
    State = rand:seed_s(exsss, {1, 2, 3}),
    show(jump, element(1, rand:uniform_s(1000, rand:jump(State)))),
    show(normal, element(1, rand:normal_s(State))),
    show(bytes, element(1, rand:bytes_s(5, State))),
    {Micro, Value} = timer:tc(fun() -> lists:sum(lists:seq(1, 1000)) end),
    show(tc, [Micro >= 0, Value]),
    show(units, [timer:seconds(2), timer:minutes(1), timer:hms(1, 2, 3)]),
    ok.

rolls(Algorithm) ->
    {Rolls, _} = lists:mapfoldl(fun(_, S) -> rand:uniform_s(1000, S) end, rand:seed_s(Algorithm, 42), lists:seq(1, 8)),
    {Float, _} = rand:uniform_s(rand:seed_s(Algorithm, 7)),
    [Float | Rolls].

show(What, Value) -> io:format("~w: ~p~n", [What, Value]).
