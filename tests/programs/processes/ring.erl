%% A message goes round a ring of many processes several times.
-module(ring).
-export([start/0, node_loop/1]).

start() ->
    erlang:display(ring(10, 3)),
    erlang:display(ring(300, 5)),
    ok.

ring(Size, Rounds) ->
    First = lists:foldl(fun(_, Next) -> spawn(?MODULE, node_loop, [Next]) end, self(), lists:seq(1, Size)),
    Hops = rounds(First, Rounds, 0),
    First ! stop,
    receive stop -> {Size, Rounds, Hops} end.

rounds(_, 0, Hops) -> Hops;
rounds(First, N, Hops) ->
    First ! {token, Hops},
    receive {token, Back} -> rounds(First, N - 1, Back + 1) end.

node_loop(Next) ->
    receive
        {token, Hops} -> Next ! {token, Hops + 1}, node_loop(Next);
        stop -> Next ! stop
    end.
