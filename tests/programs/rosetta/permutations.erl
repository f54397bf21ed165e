%% All orders of a list, and subsets
-module(permutations).
-export([start/0]).

start() ->
    show(permutations([1, 2, 3])),
    show(length(permutations([a, b, c, d, e]))),
    show(lists:sort(subsets([a, b, c]))),
    show(combinations(2, [1, 2, 3, 4])),
    ok.

permutations([]) -> [[]];
permutations(L) -> [[H | T] || H <- L, T <- permutations(L -- [H])].

subsets([]) -> [[]];
subsets([H | T]) -> S = subsets(T), S ++ [[H | X] || X <- S].

combinations(0, _) -> [[]];
combinations(_, []) -> [];
combinations(N, [H | T]) -> [[H | C] || C <- combinations(N - 1, T)] ++ combinations(N, T).

show(Term) -> io:format("~0p~n", [Term]).
