%% A function that runs when the module is loaded, before anything else of it.
-module(load_hook).
-export([start/0]).
-on_load(prepare/0).

start() ->
    erlang:display(started),
    erlang:display(helper(3)),
    ok.

prepare() ->
    erlang:display({prepared, helper(2)}),
    ok.

helper(N) -> N * N.
