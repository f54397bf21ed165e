%% Searching: conditions.
-module(re_conditions).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"ab","(a)?(?(1)b|c)",[]},
     {"c","(a)?(?(1)b|c)",[]},
     {"(a)","(\\()?a(?(1)\\))",[]},
     {"a","(\\()?a(?(1)\\))$",[]},
     {"<a>","(?<o><)?a(?(<o>)>)",[]},
     {"a","(?<o><)?a(?(o)>|$)",[]},
     {"ab","(?(?=a)ab|cd)",[]},
     {"cd","(?(?=a)ab|cd)",[]},
     {"cd","(?(?!a)cd|ab)",[]},
     {"ab","(?(?<=x)c|a)",[]},
     {"1-23-456","^(?(?=[^a-z]*[a-z])\\d{2}-[a-z]{3}|\\d-\\d{2}-\\d{3})$",[]},
     {"aXa","(a)?X(?(1)a)",[]}].
