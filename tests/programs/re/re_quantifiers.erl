%% Searching: quantifiers.
-module(re_quantifiers).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"aaaa","a*",[]},
     {"aaaa","a+?",[]},
     {"aaaa","a{2}",[]},
     {"aaaa","a{2,3}",[]},
     {"aaaa","a{2,}?",[]},
     {"aaaa","a{2,3}?",[]},
     {"aaab","a*+b",[]},
     {"aaab","a*+ab",[]},
     {"aaab","(a|aa)+b",[]},
     {"abab","(ab)*",[]},
     {"ababab","(?:ab){2}",[global]},
     {"aaa","a??",[]},
     {"aaa","a?",[]},
     {"a{1","a{1",[]},
     {"a{x}","a{x}",[]},
     {"aaa","a*",[ungreedy]},
     {"aaa","a*?",[ungreedy]},
     {"abcabc","(?:(a)|b|c)+",[]},
     {"","(a*)*",[]},
     {"b","(a*)+",[]},
     {"aaab","(a*)*b",[]},
     {"xyz","(x?)(y?)(z?)(w?)",[]},
     {"aaaaaa","(a{2}){3}",[]},
     {"foobar","(foo|foobar)$",[]},
     {"aab","(a+|b){3}",[]},
     {"ab","(a|b|)*",[]}].
