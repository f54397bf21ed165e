%% Heads that compare: equal arguments, equal keys, sizes bound before,.
-module(equality_in_heads).
-export([start/0]).

start() ->
    show([same(A, B) || {A, B} <- [{1, 1}, {1, 1.0}, {"a", "a"}, {{x}, {x}}, {[], []}, {#{a => 1}, #{a => 1}}, {a, b}]]),
    show([key(K, M) || {K, M} <- [{a, #{a => 1}}, {b, #{a => 1}}, {1, #{1.0 => x}}, {1.0, #{1.0 => x}}]]),
    show([sized(N, B) || {N, B} <- [{2, <<"abcd">>}, {4, <<"abcd">>}, {5, <<"abcd">>}, {0, <<>>}]]),
    show([starts(P, L) || {P, L} <- [{[a, b], [a, b, c]}, {[a], []}, {[], [x]}, {[a, c], [a, b]}]]),
    show([palindrome(L) || L <- ["abba", "abc", "", "x"]]),
    show([tuple(T) || T <- [{1, 1, 1}, {1, 1, 2}, {1, 2, 1}, {2, 1, 1}, {1, 2, 3}]]),
    show([dup(L) || L <- [[1, 2, 1], [1, 2, 3], []]]),
    ok.

same(X, X) -> same;
same(X, Y) when X == Y -> equal;
same(_, _) -> different.

key(K, M) -> case M of #{K := V} -> {found, V}; #{} -> missing end.

sized(N, B) -> case B of <<P:N/binary, R/binary>> -> {P, R}; _ -> too_short end.

starts([], _) -> yes;
starts([H | T], [H | L]) -> starts(T, L);
starts(_, _) -> no.

palindrome(L) -> case lists:reverse(L) of L -> yes; _ -> no end.

tuple({A, A, A}) -> {three, A};
tuple({A, A, B}) -> {first_two, A, B};
tuple({A, B, A}) -> {outer, A, B};
tuple({B, A, A}) -> {last_two, A, B};
tuple({_, _, _}) -> none.

dup([H | T]) -> case [X || X <- T, X =:= H] of [H | _] -> {twice, H}; [] -> dup(T) end;
dup([]) -> unique.

show(Term) -> io:format("~0p~n", [Term]).
