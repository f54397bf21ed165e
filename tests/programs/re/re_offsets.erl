%% Searching: offsets.
-module(re_offsets).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"abcabc","a",[{offset,1}]},
     {"abcabc","^a",[{offset,3}]},
     {"abcabc","\\Ga",[{offset,3}]},
     {"abc","(?<=a)b",[{offset,1}]},
     {"abc","",[{offset,3}]},
     {"abc","\\bb",[{offset,1}]},
     {"abcabc","c",[{offset,3},{capture,all,list}]},
     {"abc","a",[{offset,0}]},
     {"abc","a*",[notempty]},
     {"bbb","a*",[notempty]},
     {"baa","a*",[notempty_atstart]},
     {"aab","a*?",[notempty]},
     {"abc","b",[anchored,{offset,1}]}].
