%% Searching: subjects.
-module(re_subjects).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{<<"abc">>,"b",[]},
     {["a",<<"b">>,[$c]],"b",[]},
     {"abc",<<"b">>,[]},
     {"abc",[<<"b">>,"c"],[{capture,all,list}]},
     {[],"",[]},
     {<<>>,"a",[]},
     {["ab"|<<"c">>],"c",[]},
     {<<0,1,2>>,<<1>>,[]},
     {<<255,254>>,"\\xfe",[]},
     {lists:duplicate(1000,$a),"a{1000}",[]},
     {[lists:duplicate(1000,$a),"b"],"b",[]}].
