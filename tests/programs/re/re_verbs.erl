%% Searching: verbs.
-module(re_verbs).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"aaab","a+(*F)|b",[]},
     {"aaab","a+b|b(*FAIL)",[]},
     {"abc","a(*ACCEPT)bc",[]},
     {"abd","a(b(*ACCEPT)c)d",[{capture,all,list}]},
     {"aaabaaab","a+b?(*COMMIT)(*F)",[]},
     {"aaab","a+b?(*PRUNE)(*F)|c",[]},
     {"aaabaaab","aaab(*SKIP)(*F)|a",[global]},
     {"abcd","(?:ab(*THEN)x|abcd)",[]},
     {"abad","a(*COMMIT)b",[]},
     {"xaby","a(*PRUNE)b",[]}].
