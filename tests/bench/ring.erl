%% A thousand processes in a ring, and one number that goes round.
-module(ring).
-export([start/0]).

start() ->
    First = self(),
    Last = lists:foldl(fun(_, Next) -> spawn_link(fun() -> pass(Next) end) end, First, lists:seq(2, 1000)),
    Last ! 1500000,
    hold(Last).

hold(Next) ->
    receive
        N when N =< 0 -> ok;
        N -> Next ! N - 1, hold(Next)
    end.

pass(Next) ->
    receive
        N -> Next ! N - 1, pass(Next)
    end.
