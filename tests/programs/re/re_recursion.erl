%% Searching: recursion.
-module(re_recursion).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"(a(b)c)","\\((?:[^()]|(?R))*\\)",[]},
     {"aabb","^(a(?1)?b)$",[]},
     {"aab","^(a(?1)?b)$",[]},
     {"abcba","^((.)(?1)\\2|.)$",[]},
     {"1+2*(3-4)","^(?<e>(?<t>\\d|\\((?&e)\\))(?:[-+*](?&t))*)$",[]},
     {"foofoo","(foo)(?1)",[]},
     {"foobar","(?<x>foo|bar)(?&x)",[]},
     {"foobar","(?<x>foo|bar)(?P>x)",[]},
     {"12:34","(?(DEFINE)(?<d>\\d\\d))(?&d):(?&d)",[]},
     {"xyxy","(?:(x)(y))(?1)(?2)",[]},
     {"ab","(a)(?+1)?(b)",[]},
     {"aa","(a)(?-1)",[]},
     {"[[]]","^(\\[(?1)*\\])+$",[]}].
