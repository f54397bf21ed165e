%% Dynamic programming: coins, subset sums, longest runs, partitions, stairs, rods.
-module(coins_and_knapsacks).
-export([start/0]).

start() ->
    show([ways([1, 5, 10, 25, 50], N) || N <- [0, 5, 10, 100]]),
    show([fewest([1, 5, 12], N) || N <- [0, 11, 15, 24]]),
    show([subset([3, 34, 4, 12, 5, 2], N) || N <- [9, 30, 0]]),
    show([increasing(L) || L <- [[10, 9, 2, 5, 3, 7, 101, 18], [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], []]]),
    show([partitions(N) || N <- [1, 5, 10, 50, 100]]),
    show([stairs(N) || N <- [1, 5, 10, 50]]),
    show([rod([1, 5, 8, 9, 10, 17, 17, 20], N) || N <- [4, 8]]),
    show([paths(W, H) || {W, H} <- [{2, 2}, {3, 7}, {10, 10}]]),
    show([max_sum(L) || L <- [[-2, 1, -3, 4, -1, 2, 1, -5, 4], [-1, -2], [5]]]),
    show([balanced(N) || N <- lists:seq(0, 8)]),
    show([edit("intention", "execution"), edit("", "x")]),
    show(chain([40, 20, 30, 10, 30])),
    ok.

ways(Coins, N) -> element(N + 1, list_to_tuple(lists:foldl(fun(C, T) -> add_coin(C, T, N) end, [1 | lists:duplicate(N, 0)], Coins))).

add_coin(C, Row, N) ->
    Final = lists:foldl(fun(I, A) -> case I >= C of true -> A#{I := maps:get(I, A) + maps:get(I - C, A)}; false -> A end end, maps:from_list(lists:zip(lists:seq(0, N), Row)), lists:seq(0, N)),
    [maps:get(I, Final) || I <- lists:seq(0, N)].

fewest(Coins, N) ->
    Best = lists:foldl(fun(I, M) -> M#{I => lists:min([1 + maps:get(I - C, M) || C <- Coins, C =< I])} end, #{0 => 0}, lists:seq(1, N)),
    maps:get(N, Best).

subset(L, N) -> lists:member(N, lists:foldl(fun(X, Sums) -> lists:usort(Sums ++ [S + X || S <- Sums]) end, [0], L)).

increasing(L) -> length(lists:foldl(fun(X, Tails) -> {Low, High} = lists:splitwith(fun(T) -> T < X end, Tails), Low ++ [X | case High of [] -> []; [_ | R] -> R end] end, [], L)).

partitions(N) ->
    M = lists:foldl(fun(K, T) -> lists:foldl(fun(I, A) when I >= K -> A#{I := maps:get(I, A) + maps:get(I - K, A)}; (_, A) -> A end, T, lists:seq(0, N)) end, maps:from_list([{I, if I =:= 0 -> 1; true -> 0 end} || I <- lists:seq(0, N)]), lists:seq(1, N)),
    maps:get(N, M).

stairs(N) -> element(1, lists:foldl(fun(_, {A, B}) -> {A + B, A} end, {1, 0}, lists:seq(1, N))).

rod(Prices, N) -> maps:get(N, lists:foldl(fun(L, M) -> M#{L => lists:max([lists:nth(K, Prices) + maps:get(L - K, M) || K <- lists:seq(1, L)])} end, #{0 => 0}, lists:seq(1, N))).

paths(W, H) -> lists:last(lists:foldl(fun(_, Row) -> {R, _} = lists:mapfoldl(fun(X, S) -> {X + S, X + S} end, 0, Row), R end, lists:duplicate(W, 1), lists:seq(2, H))).

max_sum([H | T]) -> element(1, lists:foldl(fun(X, {Best, Here}) -> N = max(X, Here + X), {max(Best, N), N} end, {H, H}, T)).

balanced(0) -> 1;
balanced(N) -> lists:sum([balanced(I) * balanced(N - 1 - I) || I <- lists:seq(0, N - 1)]).

edit([], B) -> length(B);
edit(A, []) -> length(A);
edit([C | A], [C | B]) -> edit(A, B);
edit([X | A], [Y | B]) ->
    K = {length(A), length(B)},
    case get(K) of
        undefined -> V = 1 + lists:min([edit(A, [Y | B]), edit([X | A], B), edit(A, B)]), put(K, V), V;
        V -> V
    end.

chain([_, _]) -> 0;
chain(Ds) -> lists:min([chain(lists:sublist(Ds, K)) + chain(lists:nthtail(K - 1, Ds)) + hd(Ds) * lists:nth(K, Ds) * lists:last(Ds) || K <- lists:seq(2, length(Ds) - 1)]).

show(Term) -> io:format("~0p~n", [Term]).
