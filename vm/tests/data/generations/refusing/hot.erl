%% A generation that does not want to be loaded, or only when it is told so.
-module(hot).
-export([version/0, closure/1]).
-on_load(prepare/0).

prepare() ->
    case whereis(permission) of
        undefined -> not_today;
        Pid -> Pid ! {asks, self(), fun() -> asked end}, receive {says, What} -> What end
    end.

version() -> three.

closure(Value) -> fun(More) -> {three, Value, More} end.
