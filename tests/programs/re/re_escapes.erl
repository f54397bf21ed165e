%% Searching: escapes.
-module(re_escapes).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"\a\e\f\n\r\t","\\a\\e\\f\\n\\r\\t",[]},
     {"A","\\x41",[]},
     {"A","\\x{41}",[]},
     {"A","\\101",[]},
     {"A","\\o{101}",[]},
     {"a.c","a\\.c",[]},
     {"a.c*","\\Qa.c*\\E",[]},
     {"a*b","\\Qa*\\Eb",[]},
     {"\x01","\\cA",[]},
     {"\x00","\\0",[]},
     {"a\\","a\\\\",[]},
     {"[x]","\\[x\\]",[]},
     {"abc","a\\x62c",[]},
     {"{}","\\{\\}",[]},
     {"a b","a\\ b",[]},
     {"a/b","a\\/b",[]},
     {"\r\n","\\R",[]},
     {"a\r\nb","\\R",[]},
     {"\x85","\\R",[]},
     {"\x85","\\R",[bsr_anycrlf]},
     {"foobar","foo\\Kbar",[]}].
