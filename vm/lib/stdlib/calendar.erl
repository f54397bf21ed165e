%% Dates and times of the Gregorian calendar, extended back to the year 0.
%%
%% A date is {Year, Month, Day}, a time {Hour, Minute, Second}; days and seconds count from year 0, Unix time from
%% 1970. Local time is what the virtual machine says it is (erlang:localtime/0 and its like).
%%
%% Invariant: nothing here reads a clock but local_time/0, universal_time/0 and iso_week_number/0.
-module(calendar).

-export([date_to_gregorian_days/1, date_to_gregorian_days/3, datetime_to_gregorian_seconds/1, day_of_the_week/1,
         day_of_the_week/3, gregorian_days_to_date/1, gregorian_seconds_to_datetime/1, is_leap_year/1,
         iso_week_number/0, iso_week_number/1, last_day_of_the_month/2, valid_date/1, valid_date/3]).
-export([local_time/0, universal_time/0, local_time_to_universal_time/1, local_time_to_universal_time/2,
         local_time_to_universal_time_dst/1, universal_time_to_local_time/1, now_to_datetime/1, now_to_local_time/1,
         now_to_universal_time/1, system_time_to_local_time/2, system_time_to_universal_time/2]).
-export([seconds_to_daystime/1, seconds_to_time/1, time_to_seconds/1, time_difference/2]).
-export([rfc3339_to_system_time/1, rfc3339_to_system_time/2, system_time_to_rfc3339/1, system_time_to_rfc3339/2]).

-define(SECONDS_A_DAY, 86400).
-define(DAYS_TO_1970, 719528).
-define(SECONDS_TO_1970, (?DAYS_TO_1970 * ?SECONDS_A_DAY)).

%% Days.

date_to_gregorian_days({Year, Month, Day}) ->
    date_to_gregorian_days(Year, Month, Day).

date_to_gregorian_days(Year, Month, Day) when is_integer(Day), Day > 0 ->
    Last = last_day_of_the_month(Year, Month),
    if
        Day =< Last -> days_before_year(Year) + days_before_month(Year, Month) + Day - 1
    end.

days_before_year(0) ->
    0;
days_before_year(Year) ->
    Before = Year - 1,
    Year * 365 + Before div 4 - Before div 100 + Before div 400 + 1.

days_before_month(Year, Month) ->
    Days = element(Month, {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}),
    case Month > 2 andalso is_leap_year(Year) of
        true -> Days + 1;
        false -> Days
    end.

gregorian_days_to_date(Days) when is_integer(Days), Days >= 0 ->
    Year = year_of(Days, Days div 366),
    {Month, Day} = month_of(Year, Days - days_before_year(Year), 1),
    {Year, Month, Day + 1}.

%% The year a day lies in, from a guess that is never late: the years left out shrink the guess again and again.
year_of(Days, Guess) ->
    case (Days - days_before_year(Guess)) div 366 of
        0 ->
            case Days >= days_before_year(Guess + 1) of
                true -> Guess + 1;
                false -> Guess
            end;
        Years ->
            year_of(Days, Guess + Years)
    end.

month_of(Year, Days, Month) ->
    case last_day_of_the_month(Year, Month) of
        Last when Days >= Last -> month_of(Year, Days - Last, Month + 1);
        _ -> {Month, Days}
    end.

is_leap_year(Year) when is_integer(Year), Year >= 0 ->
    Year rem 4 =:= 0 andalso (Year rem 100 =/= 0 orelse Year rem 400 =:= 0).

last_day_of_the_month(Year, Month) when is_integer(Year), Year >= 0 ->
    last_day(Month, Year).

last_day(2, Year) ->
    case is_leap_year(Year) of
        true -> 29;
        false -> 28
    end;
last_day(Month, _) when Month =:= 4; Month =:= 6; Month =:= 9; Month =:= 11 -> 30;
last_day(Month, _) when is_integer(Month), Month > 0, Month < 13 -> 31.

%% 1 is Monday.
day_of_the_week({Year, Month, Day}) ->
    day_of_the_week(Year, Month, Day).

day_of_the_week(Year, Month, Day) ->
    (date_to_gregorian_days(Year, Month, Day) + 5) rem 7 + 1.

iso_week_number() ->
    {Date, _} = local_time(),
    iso_week_number(Date).

iso_week_number({Year, _, _} = Date) ->
    Days = date_to_gregorian_days(Date),
    First = first_monday(Year),
    Next = first_monday(Year + 1),
    if
        Days < First -> {Year - 1, (Days - first_monday(Year - 1)) div 7 + 1};
        Days >= Next -> {Year + 1, 1};
        true -> {Year, (Days - First) div 7 + 1}
    end.

%% The Monday of the week that holds the fourth of January.
first_monday(Year) ->
    Fourth = date_to_gregorian_days(Year, 1, 4),
    Fourth - (Fourth + 5) rem 7.

valid_date({Year, Month, Day}) ->
    valid_date(Year, Month, Day).

valid_date(Year, Month, Day) when is_integer(Year), is_integer(Month), is_integer(Day) ->
    Year >= 0 andalso Month > 0 andalso Month < 13 andalso Day > 0 andalso Day =< last_day_of_the_month(Year, Month).

%% Times.

datetime_to_gregorian_seconds({Date, Time}) ->
    ?SECONDS_A_DAY * date_to_gregorian_days(Date) + time_to_seconds(Time).

gregorian_seconds_to_datetime(Seconds) when Seconds >= 0 ->
    {gregorian_days_to_date(Seconds div ?SECONDS_A_DAY), seconds_to_time(Seconds rem ?SECONDS_A_DAY)}.

time_to_seconds({Hour, Minute, Second}) when is_integer(Hour), is_integer(Minute), is_integer(Second) ->
    Hour * 3600 + Minute * 60 + Second.

seconds_to_time(Seconds) when Seconds >= 0, Seconds < ?SECONDS_A_DAY ->
    {Seconds div 3600, Seconds rem 3600 div 60, Seconds rem 60}.

seconds_to_daystime(Seconds) ->
    Days =
        case Seconds rem ?SECONDS_A_DAY of
            Below when Below < 0 -> Seconds div ?SECONDS_A_DAY - 1;
            _ -> Seconds div ?SECONDS_A_DAY
        end,
    {Days, seconds_to_time(Seconds - Days * ?SECONDS_A_DAY)}.

time_difference({{_, _, _}, {_, _, _}} = From, {{_, _, _}, {_, _, _}} = To) ->
    seconds_to_daystime(datetime_to_gregorian_seconds(To) - datetime_to_gregorian_seconds(From)).

%% Clocks and zones.

local_time() ->
    erlang:localtime().

universal_time() ->
    erlang:universaltime().

local_time_to_universal_time(DateTime) ->
    erlang:localtime_to_universaltime(DateTime).

local_time_to_universal_time(DateTime, IsDst) ->
    erlang:localtime_to_universaltime(DateTime, IsDst).

%% None, one or two times, as an hour is skipped or comes twice.
local_time_to_universal_time_dst(DateTime) ->
    Summer = erlang:localtime_to_universaltime(DateTime, true),
    Winter = erlang:localtime_to_universaltime(DateTime, false),
    [Universal || Universal <- lists:usort([Summer, Winter]),
                  erlang:universaltime_to_localtime(Universal) =:= DateTime].

universal_time_to_local_time(DateTime) ->
    erlang:universaltime_to_localtime(DateTime).

now_to_datetime({Mega, Second, _}) ->
    gregorian_seconds_to_datetime(Mega * 1000000 + Second + ?SECONDS_TO_1970).

now_to_universal_time(Now) ->
    now_to_datetime(Now).

now_to_local_time(Now) ->
    universal_time_to_local_time(now_to_datetime(Now)).

system_time_to_universal_time(Time, Unit) ->
    gregorian_seconds_to_datetime(erlang:convert_time_unit(Time, Unit, second) + ?SECONDS_TO_1970).

system_time_to_local_time(Time, Unit) ->
    universal_time_to_local_time(system_time_to_universal_time(Time, Unit)).

%% Text as in RFC 3339: 2018-02-01T16:17:58.123456Z or with an offset.

rfc3339_to_system_time(Text) ->
    rfc3339_to_system_time(Text, []).

rfc3339_to_system_time(Text, Options) when is_list(Text) ->
    Unit = proplists:get_value(unit, Options, second),
    [Y1, Y2, Y3, Y4, $-, M1, M2, $-, D1, D2, T, H1, H2, $:, N1, N2, $:, S1, S2 | Rest] = Text,
    try
        true = T =:= $T orelse T =:= $t orelse T =:= $\s,
        DateTime = {{number([Y1, Y2, Y3, Y4]), number([M1, M2]), number([D1, D2])},
                    {number([H1, H2]), number([N1, N2]), number([S1, S2])}},
        {Fraction, Offset} = lists:splitwith(fun(C) -> C =:= $. orelse C >= $0 andalso C =< $9 end, Rest),
        Seconds = datetime_to_gregorian_seconds(DateTime) - ?SECONDS_TO_1970 - offset_seconds(Offset),
        PerSecond = erlang:convert_time_unit(1, second, Unit),
        Seconds * PerSecond + fraction_units(Fraction, PerSecond)
    catch
        error:{badmatch, []} -> erlang:error({badmatch, []}, [Text, Options]);
        error:_ -> erlang:error({badarg, Text}, [Text, Options])
    end.

number(Digits) ->
    true = lists:all(fun(C) -> C >= $0 andalso C =< $9 end, Digits),
    list_to_integer(Digits).

%% Parts of a second are rounded to the unit; where whole seconds are asked for they are dropped.
fraction_units(_, 1) -> 0;
fraction_units("", _) -> 0;
fraction_units([$. | Digits], PerSecond) -> round(number(Digits) * PerSecond / pow10(length(Digits))).

pow10(0) -> 1;
pow10(N) -> 10 * pow10(N - 1).

offset_seconds("Z") -> 0;
offset_seconds("z") -> 0;
offset_seconds(Offset) ->
    [Sign, H1, H2, $:, M1, M2] = Offset,
    Seconds = number([H1, H2]) * 3600 + number([M1, M2]) * 60,
    case Sign of
        $+ -> Seconds;
        $- -> -Seconds
    end.

system_time_to_rfc3339(Time) ->
    system_time_to_rfc3339(Time, []).

system_time_to_rfc3339(Time, Options) ->
    Unit = proplists:get_value(unit, Options, second),
    Delimiter = proplists:get_value(time_designator, Options, $T),
    PerSecond = erlang:convert_time_unit(1, second, Unit),
    {Seconds, Fraction} = {floor_divided(Time, PerSecond), Time - floor_divided(Time, PerSecond) * PerSecond},
    {Shift, Suffix} = offset_text(proplists:get_value(offset, Options, ""), Seconds, Unit),
    {{Year, Month, Day}, {Hour, Minute, Second}} =
        gregorian_seconds_to_datetime(Seconds + Shift + ?SECONDS_TO_1970),
    Year =< 9999 orelse erlang:error({badarg, [Time, Options]}),
    lists:append([digits(Year, 4), "-", digits(Month, 2), "-", digits(Day, 2), [Delimiter], digits(Hour, 2), ":",
                  digits(Minute, 2), ":", digits(Second, 2), fraction_text(Fraction, PerSecond), Suffix]).

floor_divided(A, B) when A >= 0 -> A div B;
floor_divided(A, B) -> -((-A + B - 1) div B).

digits(Number, Width) ->
    Text = integer_to_list(Number),
    lists:duplicate(max(0, Width - length(Text)), $0) ++ Text.

fraction_text(_, 1) -> "";
fraction_text(Fraction, PerSecond) -> [$. | digits(Fraction, length(integer_to_list(PerSecond)) - 1)].

%% Seconds to add and the text for an offset: "" is local time, "Z" is none, else "+hh:mm" or a number of units.
offset_text("", Seconds, _) ->
    Universal = gregorian_seconds_to_datetime(Seconds + ?SECONDS_TO_1970),
    Local = universal_time_to_local_time(Universal),
    Shift = datetime_to_gregorian_seconds(Local) - datetime_to_gregorian_seconds(Universal),
    {Shift, shift_text(Shift)};
offset_text(Offset, _, _) when Offset =:= "Z"; Offset =:= "z" ->
    {0, Offset};
offset_text([_ | _] = Offset, _, _) ->
    {offset_seconds(Offset), Offset};
offset_text(Offset, _, Unit) when is_integer(Offset) ->
    Shift = erlang:convert_time_unit(Offset, Unit, second),
    {Shift, shift_text(Shift)}.

shift_text(Shift) ->
    Sign =
        case Shift < 0 of
            true -> $-;
            false -> $+
        end,
    Minutes = abs(Shift) div 60,
    [Sign | digits(Minutes div 60, 2) ++ ":" ++ digits(Minutes rem 60, 2)].
