%% Searching: references.
-module(re_references).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abab","(ab)\\1",[]},
     {"abAB","(ab)\\1",[]},
     {"abAB","(ab)\\1",[caseless]},
     {"aa","(a)\\g1",[]},
     {"aa","(a)\\g{1}",[]},
     {"aa","(a)\\g{-1}",[]},
     {"abcabc","(?<n>abc)\\k<n>",[]},
     {"abcabc","(?<n>abc)\\k{n}",[]},
     {"abcabc","(?<n>abc)\\k'n'",[]},
     {"abcabc","(?P<n>abc)(?P=n)",[]},
     {"b","(a)?\\1b",[]},
     {"aba","(a|b\\1)+",[]},
     {"the the","\\b(\\w+) \\1\\b",[]},
     {"aaaa","^(a+)\\1$",[]},
     {"aaaaa","^(a+)\\1$",[]},
     {"a\x01","(a)\\01",[]},
     {"abcdefghijj","(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10",[]},
     {"aXbX","(?:a(.)b)\\1",[]}].
