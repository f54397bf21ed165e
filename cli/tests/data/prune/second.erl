%% What the description of an application says is started
-module(second).
-export([start/2]).

start(_, _) ->
    ok.
