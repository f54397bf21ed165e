%% Reports of errors, warnings and facts, written to the console as they come.
%%
%% Invariant: a report never fails: what cannot be formatted is printed as it is.
%%
%% Absent on purpose: handlers, filters and files; everything is written by the process that reports.
-module(error_logger).

-export([error_msg/1, error_msg/2, format/2, warning_msg/1, warning_msg/2, info_msg/1, info_msg/2, error_report/1,
         error_report/2, warning_report/1, warning_report/2, info_report/1, info_report/2, tty/1]).

error_msg(Format) -> error_msg(Format, []).
error_msg(Format, Arguments) -> write("ERROR", text(Format, Arguments)).

format(Format, Arguments) -> error_msg(Format, Arguments).

warning_msg(Format) -> warning_msg(Format, []).
warning_msg(Format, Arguments) -> write("WARNING", text(Format, Arguments)).

info_msg(Format) -> info_msg(Format, []).
info_msg(Format, Arguments) -> write("INFO", text(Format, Arguments)).

error_report(Report) -> error_report(std_error, Report).

error_report(crash_report, [Own, Linked]) -> write("CRASH", [crash(Own), neighbours(Linked)]);
error_report(supervisor_report, Report) -> write("SUPERVISOR", pairs(Report));
error_report(_, Report) -> write("ERROR", pairs(Report)).

warning_report(Report) -> warning_report(std_warning, Report).
warning_report(_, Report) -> write("WARNING", pairs(Report)).

info_report(Report) -> info_report(std_info, Report).
info_report(progress, _) -> ok;
info_report(_, Report) -> write("INFO", pairs(Report)).

%% Whether reports are written: `false` keeps those of this process back.
tty(Flag) when is_boolean(Flag) ->
    put('$error_logger_tty', Flag),
    ok.

text(Format, Arguments) ->
    try
        io_lib:format(Format, Arguments)
    catch
        _:_ -> io_lib:format("FORMAT ERROR: ~tp - ~tp~n", [Format, Arguments])
    end.

pairs(Report) when is_list(Report) ->
    case io_lib:printable_unicode_list(Report) of
        true -> [Report, "\n"];
        false -> [pair(Fact) || Fact <- Report]
    end;
pairs(Report) ->
    io_lib:format("~tp~n", [Report]).

pair({Name, Value}) -> io_lib:format("    ~tp: ~tp~n", [Name, Value]);
pair(Fact) -> io_lib:format("    ~tp~n", [Fact]).

crash(Facts) ->
    ["  crasher:\n" | [crash_fact(Fact) || Fact <- Facts]].

crash_fact({error_info, {Class, Reason, Trace}}) ->
    Frames = [io_lib:format("      in ~tp~n", [Frame]) || Frame <- Trace],
    io_lib:format("    exception ~w: ~tp~n~ts", [Class, Reason, Frames]);
crash_fact({initial_call, {Module, Function, Arity}}) ->
    io_lib:format("    initial call: ~ts:~ts/~w~n", [Module, Function, Arity]);
crash_fact({Name, Value}) ->
    io_lib:format("    ~w: ~tp~n", [Name, Value]).

neighbours([]) -> "  neighbours:\n";
neighbours(Linked) -> ["  neighbours:\n" | pairs(Linked)].

write(Kind, Text) ->
    case get('$error_logger_tty') =/= false andalso logger:allow(level(Kind), ?MODULE) of
        true -> io:format(user, "=~ts REPORT==== ~ts ===~n~ts~n", [Kind, now_text(), Text]);
        false -> ok
    end.

level("WARNING") -> warning;
level("INFO") -> notice;
level(_) -> error.

now_text() ->
    {{Year, Month, Day}, {Hour, Minute, Second}} = calendar:local_time(),
    Micro = erlang:system_time(microsecond) rem 1000000,
    Name = element(Month, {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}),
    io_lib:format("~w-~s-~w::~2..0w:~2..0w:~2..0w.~6..0w", [Day, Name, Year, Hour, Minute, Second, Micro]).
