%% A module that can be started; it reaches sample by a call, leaf by an atom
-module(entry).
-export([start/0]).

start() ->
    sample:area({square, 2}),
    [Module:value(3) || Module <- modules()].

modules() -> [leaf].
