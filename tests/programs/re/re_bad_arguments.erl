%% What re:run/3 refuses.
-module(re_bad_arguments).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{foo,"a",[]},
     {"a",foo,[]},
     {"a","a",[foo]},
     {"a","a",foo},
     {"a","a",[{capture,foo}]},
     {"a","a",[{capture,all,foo}]},
     {"a","a",[{offset,-1}]},
     {"a","a",[{offset,x}]},
     {"a","a",[{match_limit,-1}]},
     {"a","a",[{newline,foo}]},
     {"a","(",[]},
     {"a","[",[]},
     {[300],"a",[]},
     {"a",[300],[]},
     {<<255>>,"a",[unicode]},
     {<<"å"/utf8>>,".",[unicode,{offset,1}]},
     {"a","a",[global|foo]},
     {"a","a",[{capture,[{a}]}]},
     {"a","a",[{capture,[-1]}]}].
