%% A module that can be started, reaches sample by a call and leaf by an atom in a literal
-module(entry).
-export([start/0]).

start() ->
    sample:area({square, 2}),
    [Module:value(3) || Module <- modules()].

modules() -> [leaf].
