%% Searching: globals.
-module(re_globals).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abcabc","b",[global]},
     {"abcabc","b|c",[global,{capture,all,list}]},
     {"abc","",[global]},
     {"abc","x*",[global]},
     {"aabb","a*",[global]},
     {"abc","(?=b)",[global]},
     {"ABCabcdABC","abcd",[global]},
     {"ABCabcdABC",".*",[global]},
     {"a1b22","([a-z])(\\d+)",[global,{capture,all_but_first,binary}]},
     {"aaa","aa",[global]},
     {"abc","x",[global]},
     {"abcabc","b",[global,{capture,none}]},
     {"abcabc","(b)(x)?",[global]},
     {"one two","\\w+",[global,{capture,first,list}]},
     {"aXbXc","X",[global,{offset,2}]},
     {"abc","|b",[global]},
     {"ab\ncd","^.",[global,multiline,{capture,first,list}]}].
