%% Events that programs log, written to the console as they come.
%%
%% An event is a map with its level, its message and what is known of where it came from. It is written by the process
%% that logs: with OTP's own formatter where the code path has one.
%%
%% Invariant: logging never fails; what cannot be formatted is written as it is.
%%
%% Absent on purpose: handlers of programs, filters, overload protection. There is one handler, `default`.
-module(logger).

-export([emergency/1, emergency/2, emergency/3]).
-export([alert/1, alert/2, alert/3]).
-export([critical/1, critical/2, critical/3]).
-export([error/1, error/2, error/3]).
-export([warning/1, warning/2, warning/3]).
-export([notice/1, notice/2, notice/3]).
-export([info/1, info/2, info/3]).
-export([debug/1, debug/2, debug/3]).
-export([log/2, log/3, log/4, allow/2, macro_log/3, macro_log/4, macro_log/5, timestamp/0, format_report/1,
         format_otp_report/1, compare_levels/2]).
-export([get_primary_config/0, set_primary_config/1, set_primary_config/2, update_primary_config/1, get_config/0,
         get_handler_ids/0, get_handler_config/0, get_handler_config/1, set_handler_config/2, set_handler_config/3,
         update_handler_config/2, update_handler_config/3, add_handler/3, remove_handler/1, add_primary_filter/2,
         remove_primary_filter/1, add_handler_filter/3, remove_handler_filter/2, get_module_level/0, get_module_level/1,
         set_module_level/2, unset_module_level/0, unset_module_level/1, set_application_level/2]).
-export([get_process_metadata/0, set_process_metadata/1, update_process_metadata/1, unset_process_metadata/0]).

-define(CONFIG, {?MODULE, config}).
-define(METADATA, '$logger_metadata$').
-define(NO_HANDLER(Id), {error, {not_found, Id}}).

emergency(What) -> log(emergency, What).
emergency(What, More) -> log(emergency, What, More).
emergency(Format, Arguments, Metadata) -> log(emergency, Format, Arguments, Metadata).

alert(What) -> log(alert, What).
alert(What, More) -> log(alert, What, More).
alert(Format, Arguments, Metadata) -> log(alert, Format, Arguments, Metadata).

critical(What) -> log(critical, What).
critical(What, More) -> log(critical, What, More).
critical(Format, Arguments, Metadata) -> log(critical, Format, Arguments, Metadata).

error(What) -> log(error, What).
error(What, More) -> log(error, What, More).
error(Format, Arguments, Metadata) -> log(error, Format, Arguments, Metadata).

warning(What) -> log(warning, What).
warning(What, More) -> log(warning, What, More).
warning(Format, Arguments, Metadata) -> log(warning, Format, Arguments, Metadata).

notice(What) -> log(notice, What).
notice(What, More) -> log(notice, What, More).
notice(Format, Arguments, Metadata) -> log(notice, Format, Arguments, Metadata).

info(What) -> log(info, What).
info(What, More) -> log(info, What, More).
info(Format, Arguments, Metadata) -> log(info, Format, Arguments, Metadata).

debug(What) -> log(debug, What).
debug(What, More) -> log(debug, What, More).
debug(Format, Arguments, Metadata) -> log(debug, Format, Arguments, Metadata).

log(Level, What) -> log(Level, What, #{}).

log(Level, Format, Arguments) when is_list(Arguments) -> log(Level, Format, Arguments, #{});
log(Level, What, Metadata) -> passed(Level, message(What), Metadata).

log(Level, Function, Argument, Metadata) when is_function(Function, 1) ->
    passed(Level, {lazy, Function, Argument}, Metadata);
log(Level, Format, Arguments, Metadata) ->
    passed(Level, {Format, Arguments}, Metadata).

message(What) when is_map(What) -> {report, What};
message([{_, _} | _] = What) -> {report, What};
message(What) -> {string, What}.

%% What the macros of logger.hrl call: the level was found to be allowed.

macro_log(Location, Level, What) -> macro_log(Location, Level, What, #{}).

macro_log(Location, Level, Format, Arguments) when is_list(Arguments) ->
    macro_log(Location, Level, Format, Arguments, #{});
macro_log(Location, Level, What, Metadata) ->
    written(Level, message(What), maps:merge(Location, Metadata)).

macro_log(Location, Level, Function, Argument, Metadata) when is_function(Function, 1) ->
    written(Level, {lazy, Function, Argument}, maps:merge(Location, Metadata));
macro_log(Location, Level, Format, Arguments, Metadata) ->
    written(Level, {Format, Arguments}, maps:merge(Location, Metadata)).

passed(Level, Message, Metadata) ->
    case allow(Level, ?MODULE) of
        true -> written(Level, Message, Metadata);
        false -> ok
    end.

written(Level, Message, Metadata) ->
    Known = #{pid => self(), gl => group_leader(), time => timestamp()},
    Meta = maps:merge(maps:merge(Known, process_metadata()), Metadata),
    try text(#{level => Level, msg => plain(Message), meta => Meta}) of
        Text -> written(Text)
    catch
        _:_ -> written(["Event that cannot be formatted: ", io_lib:format("~0tp", [Message]), "\n"])
    end.

written(Text) ->
    try io:put_chars(user, Text) catch _:_ -> ok end,
    ok.

plain({lazy, Function, Argument}) ->
    case Function(Argument) of
        {Format, Arguments} -> {Format, Arguments};
        Report -> {report, Report}
    end;
plain(Message) ->
    Message.

text(Event) ->
    try
        logger_formatter:format(Event, #{legacy_header => true, single_line => false, depth => unlimited})
    catch
        error:undef -> own_text(Event)
    end.

own_text(#{level := Level, msg := Message, meta := #{time := Time}}) ->
    ["=", string:uppercase(atom_to_list(Level)), " REPORT==== ", time_text(Time), " ===\n", body(Message), "\n"].

body({string, Text}) -> Text;
body({report, Report}) -> {Format, Arguments} = format_report(Report), io_lib:format(Format, Arguments);
body({Format, Arguments}) -> io_lib:format(Format, Arguments).

time_text(Time) ->
    {{Year, Month, Day}, {Hour, Minute, Second}} =
        calendar:universal_time_to_local_time(erlang:posixtime_to_universaltime(Time div 1000000)),
    Name = element(Month, {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}),
    io_lib:format("~w-~s-~w::~2..0w:~2..0w:~2..0w.~6..0w",
                  [Day, Name, Year, Hour, Minute, Second, Time rem 1000000]).

timestamp() -> erlang:system_time(microsecond).

format_report(Report) when is_map(Report) -> format_report(maps:to_list(Report));
format_report([{_, _} | _] = Report) ->
    {lists:append(lists:join("~n", [fact(Value) || {_, Value} <- Report])),
     lists:append([[Name, Value] || {Name, Value} <- Report])};
format_report(Report) -> {"~tp", [Report]}.

fact([_ | _] = Value) ->
    case io_lib:printable_unicode_list(Value) of
        true -> "    ~tp: ~ts";
        false -> "    ~tp: ~tp"
    end;
fact(_) -> "    ~tp: ~tp".

format_otp_report(#{label := _, report := Report}) -> format_report(Report);
format_otp_report(Report) -> format_report(Report).

%% Configuration: a level, and one handler.

allow(Level, _) ->
    rank(Level) =< rank(maps:get(level, get_primary_config())).

compare_levels(Level, Level) -> eq;
compare_levels(One, Other) ->
    case rank(One) > rank(Other) of
        true -> lt;
        false -> gt
    end.

rank(none) -> -1;
rank(emergency) -> 0;
rank(alert) -> 1;
rank(critical) -> 2;
rank(error) -> 3;
rank(warning) -> 4;
rank(notice) -> 5;
rank(info) -> 6;
rank(debug) -> 7;
rank(all) -> 8.

get_primary_config() ->
    Default = #{level => notice, filters => [], filter_default => log, metadata => #{}},
    try persistent_term:get(?CONFIG, Default) catch error:undef -> Default end.

set_primary_config(Config) -> update_primary_config(Config).

set_primary_config(Key, Value) -> update_primary_config(#{Key => Value}).

update_primary_config(Config) -> persistent_term:put(?CONFIG, maps:merge(get_primary_config(), Config)).

get_config() -> #{primary => get_primary_config(), handlers => get_handler_config(), module_levels => []}.

get_handler_ids() -> [default].

get_handler_config() -> [#{id => default, module => ?MODULE, level => all, filters => [], filter_default => log}].

get_handler_config(default) -> {ok, hd(get_handler_config())};
get_handler_config(Id) -> ?NO_HANDLER(Id).

set_handler_config(Id, _) -> of_handler(Id).
set_handler_config(Id, _, _) -> of_handler(Id).
update_handler_config(Id, _) -> of_handler(Id).
update_handler_config(Id, _, _) -> of_handler(Id).
remove_handler(Id) -> of_handler(Id).
add_handler_filter(Id, _, _) -> of_handler(Id).
remove_handler_filter(Id, _) -> of_handler(Id).

of_handler(default) -> {error, notsup};
of_handler(Id) -> ?NO_HANDLER(Id).

add_handler(_, _, _) -> {error, notsup}.
add_primary_filter(_, _) -> {error, notsup}.
remove_primary_filter(Id) -> {error, {not_found, Id}}.
get_module_level() -> [].
get_module_level(_) -> [].
set_module_level(_, _) -> {error, notsup}.
unset_module_level() -> ok.
unset_module_level(_) -> ok.
set_application_level(_, _) -> {error, notsup}.

%% What a process says of all it logs.

process_metadata() ->
    case get(?METADATA) of
        undefined -> #{};
        Metadata -> Metadata
    end.

get_process_metadata() -> get(?METADATA).

set_process_metadata(Metadata) when is_map(Metadata) ->
    put(?METADATA, Metadata),
    ok.

update_process_metadata(Metadata) when is_map(Metadata) -> set_process_metadata(maps:merge(process_metadata(), Metadata)).

unset_process_metadata() ->
    erase(?METADATA),
    ok.
