%% Messages are taken by pattern, the others stay in order
-module(more_selective_receive).
-export([start/0]).

start() ->
    [self() ! M || M <- [{b, 1}, {a, 1}, c, {a, 2}, {b, 2}]],
    show([receive {a, N} -> N end || _ <- [1, 2]]),
    show(receive c -> c end),
    show([receive M -> M end || _ <- [1, 2]]),
    show(receive _ -> more after 0 -> none end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
