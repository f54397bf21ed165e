%% Ways to pay an amount
-module(change_making).
-export([start/0]).

start() ->
    show([ways(N, [100, 50, 25, 10, 5, 1]) || N <- [1, 10, 25, 100]]),
    show(fewest(63, [1, 5, 10, 21, 25])),
    ok.

ways(0, _) -> 1;
ways(N, []) when N > 0 -> 0;
ways(N, [C | Rest]) when N >= C -> ways(N - C, [C | Rest]) + ways(N, Rest);
ways(N, [_ | Rest]) -> ways(N, Rest).

fewest(N, Coins) -> hd(lists:foldl(fun(_, Counts) -> [best(Counts, Coins) | Counts] end, [0], lists:seq(1, N))).

best(Counts, Coins) -> 1 + lists:min([lists:nth(C, Counts) || C <- Coins, C =< length(Counts)]).

show(Term) -> io:format("~0p~n", [Term]).
