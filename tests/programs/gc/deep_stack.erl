%% Recursion a hundred thousand calls deep, with values kept in every frame.
-module(deep_stack).
-export([start/0]).

start() ->
    erlang:display(count(100000)),
    erlang:display(hold(20000, [start])),
    erlang:display(length(copy(lists:seq(1, 50000)))),
    erlang:display(try fall(30000) catch throw:{bottom, X} -> X end),
    erlang:display(tree_sum(tree(13))),
    ok.

count(0) -> 0;
count(N) -> 1 + count(N - 1).

hold(0, List) -> length(List);
hold(N, List) ->
    Kept = {N, List},
    Result = hold(N - 1, [N]),
    {N, [_ | _]} = Kept,
    Result + tuple_size(Kept).

copy([]) -> [];
copy([X | Rest]) -> [X | copy(Rest)].

fall(0) -> throw({bottom, reached});
fall(N) -> [fall(N - 1) | N].

tree(0) -> nil;
tree(N) -> {node, N, tree(N - 1), tree(N - 1)}.

tree_sum(nil) -> 0;
tree_sum({node, N, L, R}) -> N + tree_sum(L) + tree_sum(R).
