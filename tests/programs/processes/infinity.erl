%% receive with after infinity and zero
-module(infinity).
-export([start/0]).

start() ->
    self() ! x,
    show(receive x -> got after infinity -> never end),
    show(receive y -> y after 0 -> at_once end),
    erlang:send_after(5, self(), late),
    show(receive late -> waited after infinity -> never end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
