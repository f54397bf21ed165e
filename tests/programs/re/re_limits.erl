%% Searches that take long, or would.
-module(re_limits).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaab","(a+)+c",[]},
     {"aaa","aaa",[{match_limit,1},report_errors]},
     {"aaa","aaa",[{match_limit,1}]},
     {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac","(?:a|aa)+b?c",[]},
     {lists:duplicate(20000,$a),"(?:a)*",[]},
     {lists:duplicate(20000,$a),"(a|b)*$",[{capture,first}]},
     {lists:duplicate(5000,$a),"(?:a?){3}(?:.)*b?",[]},
     {lists:duplicate(3000,$()++lists:duplicate(3000,$)),"\\(+\\)+",[]}].
