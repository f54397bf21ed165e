%% Code behind an empty file name is of the file that the module is named after.
-module(nameless_source).
-export([start/0, f/1, g/1]).
f(X) -> hd(X) + 1.
-file("", 70).
g(X) -> tl(X) ++ [1].

start() ->
    [io:format("~p~n", [try F(a) catch error:_:Trace -> element(4, lists:nth(2, Trace)) end]) || F <- [fun f/1, fun g/1]],
    [io:format("~p~n", [try apply(nameless_source, F, [a]) catch error:_:Trace -> element(4, lists:nth(2, Trace)) end]) || F <- [f, g]],
    ok.
