%% Replies to an alias, and when it ends
-module(aliases).
-export([start/0]).

start() ->
    Alias = alias(),
    Alias ! one,
    show(receive one -> got end),
    show(unalias(Alias)),
    show(unalias(Alias)),
    Alias ! two,
    show(receive two -> got after 10 -> dropped end),
    Once = alias([reply]),
    Once ! three,
    Once ! four,
    show([receive M -> M after 10 -> dropped end || _ <- [1, 2]]),
    Explicit = alias([explicit_unalias]),
    Explicit ! five,
    show(receive M -> M after 10 -> dropped end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
