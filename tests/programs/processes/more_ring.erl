%% A message around a ring of processes
-module(more_ring).
-export([start/0]).

start() ->
    Me = self(),
    First = lists:foldl(fun(_, Next) -> spawn(fun() -> forward(Next) end) end, Me, lists:seq(1, 200)),
    [begin First ! N, receive Sum -> show(Sum) end end || N <- [0, 1000]],
    ok.

forward(Next) ->
    receive N -> Next ! N + 1 end,
    forward(Next).

show(Term) -> io:format("~0p~n", [Term]).
