%% Searching: looking.
-module(re_looking).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"foobar","foo(?=bar)",[]},
     {"foobaz","foo(?!bar)",[]},
     {"foobar","(?<=foo)bar",[]},
     {"xbar","(?<!foo)bar",[]},
     {"foobar","(?<!foo)bar",[]},
     {"price: 100","(?<=: )\\d+",[]},
     {"abc","(?=(b))",[]},
     {"abc","(?!(b))c",[]},
     {"aXb","(?<=a|bc)X",[]},
     {"bcX","(?<=a|bc)X",[]},
     {"abc","(?<=^)a",[]},
     {"abc","(?=a)(?=.b)abc",[]},
     {"password1","^(?=.*\\d)(?=.*[a-z]).{8,}$",[]},
     {"1234567","(?<=\\d)(?=(?:\\d{3})+$)",[global]},
     {"ab","(?=(a))\\1b",[]},
     {"aab","a(?=(?:a|b)b)",[]},
     {"abcd","(?<=(?<=a)b)c",[]},
     {"ab","(?!)",[]},
     {"ab","(?=)",[]}].
