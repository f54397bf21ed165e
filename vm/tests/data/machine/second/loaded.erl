%% The second version of a module.
-module(loaded).
-export([answer/0]).
answer() -> second.
