%% A behaviour, which nothing but an attribute names
-module(habit).
-export([behaviour_info/1]).

behaviour_info(callbacks) ->
    [{list_to_atom("hold"), 0}].
