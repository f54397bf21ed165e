%% A module whose on_load function is this.
-module(loaded).
-export([answer/0]).
-on_load(prepare/0).
prepare() -> receive never -> ok end.
answer() -> waits.
