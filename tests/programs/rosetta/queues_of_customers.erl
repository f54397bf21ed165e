%% A simulation of a shop: customers come, wait in queues, are served,.
-module(queues_of_customers).
-export([start/0]).

start() ->
    [io:format("~w ~0p~n", [Tills, simulate(Tills, 60)]) || Tills <- [1, 2, 3]],
    io:format("~0p~n", [events(1, 12)]),
    ok.

simulate(Tills, Minutes) ->
    {_, _, Done, Angry, Longest} = lists:foldl(fun(T, State) -> minute(T, Tills, State) end, {queue:new(), lists:duplicate(Tills, 0), [], 0, 0}, lists:seq(1, Minutes)),
    {{served, length(Done)}, {angry, Angry}, {longest, Longest}, {mean_wait, case Done of [] -> 0; _ -> round(100 * lists:sum(Done) / length(Done)) / 100 end}}.

minute(T, _, {Q, Tills, Done, Angry, Longest}) ->
    Come = case arrivals(T) of 0 -> Q; N -> lists:foldl(fun(K, A) -> queue:in({T, service(T + K)}, A) end, Q, lists:seq(1, N)) end,
    {Patient, Left} = lists:partition(fun({Since, _}) -> T - Since < 12 end, queue:to_list(Come)),
    {NewTills, {Rest, Waits}} = lists:mapfoldl(fun(Busy, {L, W}) when Busy > 1 -> {Busy - 1, {L, W}}; (_, {[], W}) -> {0, {[], W}}; (_, {[{Since, Need} | More], W}) -> {Need, {More, [T - Since | W]}} end, {Patient, []}, Tills),
    {queue:from_list(Rest), NewTills, Waits ++ Done, Angry + length(Left), max(Longest, length(Rest))}.

arrivals(T) -> element(1 + (T * 7919 rem 97) rem 4, {0, 1, 0, 2}).

service(N) -> 2 + (N * 104729 rem 89) rem 4.

events(A, B) -> [{T, arrivals(T), service(T)} || T <- lists:seq(A, B), arrivals(T) > 0].
