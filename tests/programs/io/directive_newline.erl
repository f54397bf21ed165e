%% ~n and ~~, and text around directives
-module(directive_newline).
-export([start/0]).

start() ->
    io:format("a~nb~2nc~~d~3~e~n"),
    io:format("~~~w~~~n", [x]),
    io:format("no directives~n", []),
    io:format("åäö ~ts~n", ["日本"]),
    ok.
