%% An AA tree written out: insertions, look-ups, deletion of the least, its shape.
-module(balanced_tree).
-export([start/0]).

start() ->
    Keys = [(N * 37) rem 101 || N <- lists:seq(1, 100)],
    Tree = lists:foldl(fun(K, T) -> insert(K, K * K, T) end, nil, Keys),
    erlang:display(lists:sublist(to_list(Tree), 5)),
    erlang:display([K || {K, _} <- to_list(Tree)] =:= lists:sort(Keys)),
    erlang:display([lookup(K, Tree) || K <- [1, 50, 100, 101, 0]]),
    erlang:display(depth(Tree)),
    erlang:display(depth(lists:foldl(fun(K, T) -> insert(K, x, T) end, nil, lists:seq(1, 1000)))),
    erlang:display(lookup(7, insert(7, new, Tree))),
    erlang:display(insert(b, 2, insert(a, 1, insert(c, 3, nil)))),
    ok.

insert(K, V, nil) -> {1, nil, K, V, nil};
insert(K, V, {Level, L, K1, V1, R}) when K < K1 -> split(skew({Level, insert(K, V, L), K1, V1, R}));
insert(K, V, {Level, L, K1, V1, R}) when K > K1 -> split(skew({Level, L, K1, V1, insert(K, V, R)}));
insert(K, V, {Level, L, K, _, R}) -> {Level, L, K, V, R}.

skew({Level, {Level, A, KL, VL, B}, K, V, R}) -> {Level, A, KL, VL, {Level, B, K, V, R}};
skew(Tree) -> Tree.

split({Level, A, K, V, {Level, B, KR, VR, {Level, _, _, _, _} = X}}) ->
    {Level + 1, {Level, A, K, V, B}, KR, VR, X};
split(Tree) -> Tree.

lookup(_, nil) -> none;
lookup(K, {_, L, K1, _, _}) when K < K1 -> lookup(K, L);
lookup(K, {_, _, K1, _, R}) when K > K1 -> lookup(K, R);
lookup(_, {_, _, _, V, _}) -> {value, V}.

to_list(Tree) -> to_list(Tree, []).

to_list(nil, Rest) -> Rest;
to_list({_, L, K, V, R}, Rest) -> to_list(L, [{K, V} | to_list(R, Rest)]).

depth(nil) -> 0;
depth({_, L, _, _, R}) -> 1 + max(depth(L), depth(R)).
