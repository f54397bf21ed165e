%% What `faulty` calls, and gets wrong
-module(tools).
-export([help/1]).

help(Subject) ->
    hidden(),
    Subject.

hidden() ->
    ok.
