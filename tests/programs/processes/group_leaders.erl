%% The leader is inherited
-module(group_leaders).
-export([start/0]).

start() ->
    Me = self(),
    Leader = group_leader(),
    spawn(fun() -> Me ! {leader, group_leader()} end),
    show(receive {leader, L} -> L =:= Leader end),
    Silent = spawn(fun silent/0),
    P = spawn(fun() -> receive go -> Me ! {leader, group_leader()}, io:format("to nobody~n"), Me ! said end end),
    show(group_leader(Silent, P)),
    P ! go,
    show(receive {leader, G} -> G =:= Silent end),
    show(receive said -> said end),
    ok.

silent() ->
    receive {io_request, From, Ref, _} -> From ! {io_reply, Ref, ok} end,
    silent().

show(Term) -> io:format("~0p~n", [Term]).
