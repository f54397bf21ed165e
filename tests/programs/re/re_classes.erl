%% Searching: classes.
-module(re_classes).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abc","[b-c]+",[]},
     {"abc","[^b]",[global]},
     {"a-c","[a\\-c]+",[]},
     {"a]c","[]a]+",[]},
     {"a^c","[a^]+",[]},
     {"a1 _","\\w+",[]},
     {"a1 _","\\W",[]},
     {"a1 _","\\d",[]},
     {"a1 _","\\s",[]},
     {"a\tb","\\h",[]},
     {"a\vb","\\v",[]},
     {"aB1!","[[:alpha:]]+",[]},
     {"aB1!","[[:digit:]]",[]},
     {"aB1!","[[:punct:]]",[]},
     {"aB1!","[[:^alpha:]]+",[]},
     {"aB1!","[[:upper:]]",[]},
     {"aB1!","[[:upper:]]+",[caseless]},
     {"aB1!","[[:lower:][:digit:]]",[global]},
     {"f00","[[:xdigit:]]+",[]},
     {"a\\b","[\\\\]",[]},
     {"a.b","[.]",[]},
     {"ab","[\\x61-\\x62]+",[]},
     {"a\nb",".",[global]},
     {"a\nb","\\N",[global]},
     {"a\nb",".",[global,dotall]},
     {"ABC","[a-b]+",[caseless]},
     {"ABC","[^a]",[caseless]},
     {"-","[a-]",[]},
     {"a b","[[:space:]]",[]},
     {"a\bb","[\\b]",[]}].
