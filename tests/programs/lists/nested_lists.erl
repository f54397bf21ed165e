%% Lists in lists: transposing, grouping, permutations, power sets.
-module(nested_lists).
-export([start/0]).

start() ->
    erlang:display(transpose([[1, 2, 3], [4, 5, 6]])),
    erlang:display(permutations([a, b, c])),
    erlang:display(length(permutations([1, 2, 3, 4, 5]))),
    erlang:display(subsets([x, y, z])),
    erlang:display(group([a, a, b, c, c, c, a])),
    erlang:display(chunks([1, 2, 3, 4, 5, 6, 7], 3)),
    erlang:display(depth([[], [[[]]], 1])),
    erlang:display(flatten([1, [2, [3, [4 | []]], []], [[5]]], [])),
    erlang:display(interleave([1, 3, 5, 7], [2, 4])),
    ok.

transpose([[] | _]) -> [];
transpose(Rows) -> [[hd(Row) || Row <- Rows] | transpose([tl(Row) || Row <- Rows])].

permutations([]) -> [[]];
permutations(List) -> [[X | Rest] || X <- List, Rest <- permutations(List -- [X])].

subsets([]) -> [[]];
subsets([X | Rest]) ->
    Without = subsets(Rest),
    [[X | Set] || Set <- Without] ++ Without.

group([]) -> [];
group([X | Rest]) -> group(Rest, X, 1).

group([X | Rest], X, N) -> group(Rest, X, N + 1);
group([Y | Rest], X, N) -> [{X, N} | group(Rest, Y, 1)];
group([], X, N) -> [{X, N}].

chunks([], _) -> [];
chunks(List, N) when length(List) =< N -> [List];
chunks(List, N) ->
    {Chunk, Rest} = lists:split(N, List),
    [Chunk | chunks(Rest, N)].

depth([]) -> 1;
depth(List) when is_list(List) -> 1 + lists:max([depth(X) || X <- List]);
depth(_) -> 0.

flatten([], Done) -> Done;
flatten([H | T], Done) -> flatten(H, flatten(T, Done));
flatten(X, Done) -> [X | Done].

interleave([], Ys) -> Ys;
interleave([X | Xs], Ys) -> [X | interleave(Ys, Xs)].
