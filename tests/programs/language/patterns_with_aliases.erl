%% Patterns with = on both sides, repeated variables, wildcards and nested aliases.
-module(patterns_with_aliases).
-export([start/0]).

start() ->
    show([f(X) || X <- [{a, 1}, {b, {c, 2}}, [1, 1, 2], [1, 2, 1], {x, x}, {x, y}, "ab", #{id => 1, name => "n"}]]),
    {A, _} = B = {1, 2},
    [H | _] = L = [x, y],
    show({A, B, H, L}),
    {C, C} = {3, 3},
    show(C),
    show(try {D, D} = id({1, 2}), D catch error:{badmatch, V} -> {no, V} end),
    Fun = fun({_, Y} = Whole, Y) -> {same, Whole}; (Whole, Y) -> {other, Whole, Y} end,
    show([Fun({1, 2}, 2), Fun({1, 2}, 3)]),
    [show(case X of {N, N} -> twice; {N, M} when N < M -> up; {_, _} -> down end) || X <- [{1, 1}, {1, 2}, {2, 1}, {1, 1.0}]],
    show([P || {Q, _} = P <- [{a, 1}, {b, 2}, c], Q =/= a]),
    ok.

f({a, _} = T) -> {first, T};
f({b, {c, N} = Inner}) -> {inner, Inner, N};
f([X, X | _] = L) -> {twice, X, length(L)};
f([X, _, X]) -> {ends, X};
f({X, X}) -> {equal, X};
f({_, _} = P) -> {pair, P};
f([C | _] = S) when is_integer(C) -> {text, S};
f(#{id := I} = M) -> {map, I, map_size(M)}.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).
