%% A module whose on_load function is this.
-module(loaded).
-export([answer/0]).
-on_load(prepare/0).
prepare() -> begin erlang:put(prepared, lists:seq(1, 3)), [1, 2, 3] = erlang:get(prepared), ok end.
answer() -> prepares.
