%% The second generation of a module that is upgraded while processes run it.
-module(hot).
-vsn(two).
-export([version/0, loop/1, closure/1]).

version() -> two.

loop(State) ->
    receive
        {From, version} -> From ! {self(), two, State}, loop(State);
        {From, upgrade} -> From ! {self(), upgrading, State}, ?MODULE:loop(State)
    end.

closure(Value) -> fun(More) -> {two, Value, More} end.
