%% The first version of a module.
-module(loaded).
-export([answer/0, gone/0, closure/0]).
answer() -> first.
gone() -> here.
closure() -> fun() -> first end.
