%% Searching: unicode.
-module(re_unicode).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{[229,228,246],[228],[unicode]},
     {[945,946,947],".",[unicode]},
     {[945,946,947],[946],[unicode,{capture,all,list}]},
     {[945,946,947],[946],[unicode,{capture,all,binary}]},
     {<<"aå"/utf8>>,"\\x{e5}",[unicode]},
     {[8364],"\\x{20ac}",[unicode]},
     {[945],[913],[unicode,caseless]},
     {[913],"\\p{Greek}",[unicode]},
     {[913,945],"\\p{Lu}\\p{Ll}",[unicode]},
     {[913],"\\p{L}",[unicode]},
     {"a1","\\p{N}",[unicode]},
     {"a1","\\P{L}",[unicode]},
     {"a1","\\p{^L}",[unicode]},
     {[945,946],"[\\x{3b1}-\\x{3b2}]+",[unicode]},
     {[945,97],"[^\\x{3b1}]",[unicode]},
     {[945],"\\w",[unicode]},
     {[945],"\\w",[unicode,ucp]},
     {[16#660],"\\d",[unicode,ucp]},
     {[16#1F600],".",[unicode]},
     {[16#1F600,97],"a",[unicode]},
     {[945,946],"\\x{3b2}",[unicode,{offset,2}]},
     {[945,$,,946],",",[unicode]},
     {[<<"å"/utf8>>,$b],"b",[unicode]},
     {[228],".",[]},
     {[945,945],"^(.)\\1$",[unicode]},
     {[97,769],"\\X",[unicode]},
     {[945,946],"",[unicode,global]}].
