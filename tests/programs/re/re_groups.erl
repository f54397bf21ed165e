%% Searching: groups.
-module(re_groups).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abcd","(a)(b)(c)",[]},
     {"abcd","(a)(?:b)(c)",[]},
     {"abcd","((a)(b))",[{capture,all,list}]},
     {"ac","(a)(b)?(c)",[]},
     {"a","(a)|(b)",[]},
     {"b","(a)|(b)",[]},
     {"abc","(?<first>a)(?<second>b)",[{capture,[second,first],list}]},
     {"abc","(?P<n>b)",[{capture,["n"],binary}]},
     {"abc","(?'n'b)",[{capture,[<<"n">>],binary}]},
     {"abc","(?<b>b)(?<a>c)",[{capture,all_names,list}]},
     {"abc","b",[{capture,all_names,list}]},
     {"abc","(a)(b)",[{capture,all_but_first,binary}]},
     {"abc","(a)(b)",[{capture,first}]},
     {"abc","(a)(b)",[{capture,none}]},
     {"abc","(a)(b)",[{capture,[]}]},
     {"abc","(a)(b)",[{capture,[2,0,7,1]}]},
     {"abc","(a)(b)",[{capture,[nothere],list}]},
     {"abc","(a)(b)",[no_auto_capture]},
     {"abc","(?<n>a)(b)",[no_auto_capture]},
     {"ab","(?<n>a)|(?<n>b)",[dupnames,{capture,[n],list}]},
     {"b","(?<n>a)|(?<n>b)",[dupnames,{capture,[n],list}]},
     {"b","(?|(a)|(b))",[]},
     {"xb","(?|(x)(a)|(x)(b))",[]}].
