%% A record updated in a loop.
-module(tuples).
-export([start/0]).

-record(state, {count = 0, sum = 0, last, name = tuples}).

start() ->
    #state{sum = Sum} = step(96000000, #state{}),
    Sum.

step(0, State) -> State;
step(N, #state{count = Count, sum = Sum} = State) ->
    step(N - 1, State#state{count = Count + 1, sum = Sum + N rem 7, last = N}).
