%% date, time, local and universal times converted, and refused ones.
-module(dates_and_times).
-export([start/0]).

start() ->
    {Y, M, D} = date(),
    {H, Mi, S} = time(),
    show([is_integer(X) || X <- [Y, M, D, H, Mi, S]]),
    {Date, _} = erlang:localtime(),
    show(calendar:valid_date(Date)),
    show(erlang:universaltime_to_localtime(erlang:localtime_to_universaltime({{2020, 6, 1}, {12, 0, 0}}))),
    show(erlang:universaltime_to_posixtime({{1970, 1, 1}, {0, 0, 0}})),
    show([erlang:posixtime_to_universaltime(N) || N <- [0, -1, 1700000000, 253402300799, -62135596800, 951782400]]),
    show([erlang:universaltime_to_posixtime(X) || X <- [{{2000, 2, 29}, {23, 59, 59}}, {{1969, 12, 31}, {23, 59, 59}}, {{9999, 12, 31}, {0, 0, 0}}]]),
    show([outcome(F, A) || {F, A} <- [{universaltime_to_posixtime, [{{2001, 2, 29}, {0, 0, 0}}]}, {universaltime_to_posixtime, [{{2001, 2, 2}, {24, 0, 0}}]}, {universaltime_to_posixtime, [x]},
                                      {localtime_to_universaltime, [{{2001, 2, 30}, {0, 0, 0}}]}, {localtime_to_universaltime, [x]}, {universaltime_to_localtime, [{{2001, 13, 1}, {0, 0, 0}}]},
                                      {posixtime_to_universaltime, [x]}, {localtime_to_universaltime, [{{2020, 1, 1}, {0, 0, 0}}, maybe_so]}]]),
    {Mega, Sec, Micro} = erlang:timestamp(),
    show(abs(Mega * 1000000 + Sec - erlang:system_time(second)) =< 1),
    show([Micro >= 0, Micro < 1000000]),
    show(erlang:now() < erlang:now()),
    show(is_integer(erlang:monotonic_time(1000))),
    show([is_integer(erlang:system_time(U)) || U <- [second, millisecond, microsecond, nanosecond, native, perf_counter, 10]]),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
