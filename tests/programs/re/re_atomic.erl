%% Searching: atomic.
-module(re_atomic).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"aaab","(?>a+)b",[]},
     {"aaab","(?>a+)ab",[]},
     {"foobar","(?>foo|foobar)bar",[]},
     {"abc","(?>a|ab)c",[]},
     {"aaaa","a++a",[]},
     {"aaab","a?+b",[]},
     {"aab","(?:a|ab)++b",[]},
     {"((a)(b))","\\((?:[^()]++|(?R))*+\\)",[]},
     {"aaaab","(?>(a)+)b",[]},
     {"12345.678","(?>\\d+)(?=\\.)",[]}].
