%% receive after 0, after some time, and with a timeout that is no number.
-module(receive_timeouts).
-export([start/0, id/1]).

start() ->
    erlang:display(receive X -> X after 0 -> empty end),
    self() ! here,
    erlang:display(receive Y -> Y after 0 -> empty end),
    self() ! other,
    erlang:display(receive wanted -> wanted after 3 -> timeout end),
    erlang:display(receive after 1 -> slept end),
    erlang:display(receive after id(0) -> at_once end),
    Self = self(),
    spawn(fun() -> receive after 5 -> Self ! late end end),
    erlang:display(receive late -> late after 1000 -> too_late end),
    spawn(fun() -> receive after 5 -> Self ! infinitely end end),
    erlang:display(receive infinitely -> woken after id(infinity) -> never end),
    erlang:display(receive other -> still_there after 0 -> lost end),
    erlang:display(catch_error(fun() -> receive nothing -> x after id(-1) -> y end end)),
    erlang:display(catch_error(fun() -> receive nothing -> x after id(a) -> y end end)),
    erlang:display(catch_error(fun() -> receive nothing -> x after id(1 bsl 40) -> y end end)),
    erlang:display(catch_error(fun() -> receive nothing -> x after id(1.5) -> y end end)),
    timer:sleep(1),
    erlang:display(wait(3)),
    ok.

wait(0) -> done;
wait(N) -> receive never -> never after 1 -> wait(N - 1) end.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
