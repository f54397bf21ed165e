%% Much garbage is made while a structure stays alive and must stay whole.
-module(garbage_with_live_data).
-export([start/0]).

start() ->
    Live = [{N, [N, N + 1], <<N:32>>, {nested, {N}}} || N <- lists:seq(1, 50)],
    Copy = [{N, [N, N + 1], <<N:32>>, {nested, {N}}} || N <- lists:seq(1, 50)],
    Sum = churn(300, Live, 0),
    erlang:display(Sum),
    erlang:display(Live =:= Copy),
    erlang:garbage_collect(),
    erlang:display(Live =:= Copy),
    erlang:display(lists:nth(25, Live)),
    ok.

churn(0, _, Sum) -> Sum;
churn(N, Live, Sum) ->
    Garbage = [{X, [X], float(X)} || X <- lists:seq(1, 60)],
    {First, _, _, _} = lists:nth(N rem 50 + 1, Live),
    churn(N - 1, Live, Sum + length(Garbage) + First).
