%% A module that nothing uses and that begins nothing
-module(idle).
-export([idle/0]).

idle() ->
    ok.
