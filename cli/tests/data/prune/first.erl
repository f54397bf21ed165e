%% Begins, and uses a protocol for a structure that it knows
-module(first).
-behaviour(habit).
-export([start/0, hold/0]).

start() ->
    'Elixir.Shape':area(#{'__struct__' => 'Elixir.Square'}).

hold() ->
    ok.
