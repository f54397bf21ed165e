%% Dynamic programming: a knapsack, change for a sum, the longest rising run.
-module(knapsack).
-export([start/0]).

start() ->
    Items = [{tent, 7, 42}, {rope, 3, 12}, {lamp, 4, 40}, {food, 5, 25}, {map, 1, 8}],
    erlang:display([{Room, knapsack(Items, Room)} || Room <- [0, 3, 5, 10, 20]]),
    erlang:display([change(N, [1, 5, 10, 25, 50]) || N <- [1, 5, 10, 50, 100]]),
    erlang:display(rising([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7])),
    erlang:display(partitions(60, 60, #{}) =:= partitions(60, 60, #{})),
    erlang:display(element(1, partitions(60, 60, #{}))),
    erlang:display([catalan(N) || N <- lists:seq(0, 10)]),
    ok.

knapsack([], _) -> {0, []};
knapsack([{_, Weight, _} | Items], Room) when Weight > Room -> knapsack(Items, Room);
knapsack([{Name, Weight, Value} | Items], Room) ->
    {With, Names} = knapsack(Items, Room - Weight),
    max({With + Value, [Name | Names]}, knapsack(Items, Room)).

change(0, _) -> 1;
change(N, Coins) when N < 0; Coins =:= [] -> 0;
change(N, [Coin | Coins]) -> change(N - Coin, [Coin | Coins]) + change(N, Coins).

rising(List) ->
    Best = lists:foldl(fun(X, Runs) ->
        Longest = lists:max([{0, []} | [{L, R} || {L, [Y | _] = R} <- Runs, Y < X]]),
        [{element(1, Longest) + 1, [X | element(2, Longest)]} | Runs]
    end, [], List),
    {_, Run} = lists:max(Best),
    lists:reverse(Run).

partitions(0, _, Seen) -> {1, Seen};
partitions(N, Largest, Seen) when N < 0; Largest =:= 0 -> {0, Seen};
partitions(N, Largest, Seen) when is_map_key({N, Largest}, Seen) -> {map_get({N, Largest}, Seen), Seen};
partitions(N, Largest, Seen) ->
    {With, Seen1} = partitions(N - Largest, Largest, Seen),
    {Without, Seen2} = partitions(N, Largest - 1, Seen1),
    {With + Without, Seen2#{{N, Largest} => With + Without}}.

catalan(0) -> 1;
catalan(N) -> catalan(N - 1) * 2 * (2 * N - 1) div (N + 1).
