%% Pages of a calendar, Easter, Friday the 13th, and days between dates.
-module(calendar_pages).
-export([start/0]).

start() ->
    page(2024, 2),
    page(2023, 10),
    io:format("~w~n", [[easter(Y) || Y <- [1999, 2000, 2016, 2023, 2024, 2038]]]),
    io:format("~w~n", [[{Y, M} || Y <- [2023, 2024, 2026], M <- lists:seq(1, 12), calendar:day_of_the_week(Y, M, 13) =:= 5]]),
    io:format("~w~n", [calendar:date_to_gregorian_days(2024, 2, 29) - calendar:date_to_gregorian_days(2000, 1, 1)]),
    io:format("~w~n", [[length([Y || Y <- lists:seq(1900, 2000), calendar:day_of_the_week(Y, 1, 1) =:= D]) || D <- lists:seq(1, 7)]]),
    io:format("~w~n", [[last_friday(2024, M) || M <- lists:seq(1, 12)]]),
    io:format("~w~n", [[{calendar:iso_week_number({Y, 1, 1}), calendar:iso_week_number({Y, 12, 31})} || Y <- lists:seq(2018, 2026)]]),
    ok.

page(Y, M) ->
    Name = element(M, {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}),
    io:format("~s~n Mo Tu We Th Fr Sa Su~n", [string:centre(Name ++ " " ++ integer_to_list(Y), 21)]),
    Blank = calendar:day_of_the_week(Y, M, 1) - 1,
    Cells = lists:duplicate(Blank, "   ") ++ [io_lib:format("~3w", [D]) || D <- lists:seq(1, calendar:last_day_of_the_month(Y, M))],
    weeks(Cells).

weeks(Cells) when length(Cells) =< 7 -> io:format("~s~n", [Cells]);
weeks(Cells) -> {Week, Rest} = lists:split(7, Cells), io:format("~s~n", [Week]), weeks(Rest).

easter(Y) ->
    A = Y rem 19, B = Y div 100, C = Y rem 100,
    H = (19 * A + B - B div 4 - (B - (B + 8) div 25 + 1) div 3 + 15) rem 30,
    L = (32 + 2 * (B rem 4) + 2 * (C div 4) - H - C rem 4) rem 7,
    N = H + L - 7 * ((A + 11 * H + 22 * L) div 451) + 114,
    {N div 31, N rem 31 + 1}.

last_friday(Y, M) -> lists:max([D || D <- lists:seq(20, calendar:last_day_of_the_month(Y, M)), calendar:day_of_the_week(Y, M, D) =:= 5]).
