%% Searching: flags.
-module(re_flags).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"ABC","(?i)abc",[]},
     {"aBC","a(?i)bc",[]},
     {"ABC","a(?i)bc",[]},
     {"aBc","a(?i:b)c",[]},
     {"aBC","a(?i:b)c",[]},
     {"a\nb","(?s)a.b",[]},
     {"a\nb","(?-s)a.b",[dotall]},
     {"a b","(?x)a b",[]},
     {"ab","(?x) a b # comment",[]},
     {"aab","(?U)a+",[]},
     {"abC","(?i)abc|x(?-i)y",[]},
     {"ab","a(?#comment)b",[]},
     {"ab","a #c\nb",[extended]},
     {"a\nb","(?m)^b$",[]},
     {"AB","((?i)a)b",[]},
     {"Ab","((?i)a)b",[]},
     {"aB","(a(?i)b|c)",[]},
     {"C","(a(?i)b|c)",[]},
     {"abc","ABC",[caseless]},
     {"a#b","a\\#b",[extended]},
     {"a b","a[ ]b",[extended]}].
