%% Searching: anchors.
-module(re_anchors).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abc","^b",[]},
     {"abc","^a",[]},
     {"abc","c$",[]},
     {"abc\n","c$",[]},
     {"abc\n","c$",[dollar_endonly]},
     {"abc\n","c\\Z",[]},
     {"abc\n","c\\z",[]},
     {"a\nb","^b",[]},
     {"a\nb","^b",[multiline]},
     {"a\nb","a$",[multiline]},
     {"abab","\\Gab",[global]},
     {"xabab","\\Gab",[global]},
     {"abc","b",[anchored]},
     {"abc","a",[anchored]},
     {"abc","^a",[notbol]},
     {"abc","c$",[noteol]},
     {"abc","\\Aa",[notbol]},
     {"a b","\\bb\\b",[]},
     {"ab","\\Bb",[]},
     {"","^$",[]},
     {"\n","^$",[multiline,global]},
     {"abc","(?m)^",[global]}].
