%% A linear congruential generator, and what it gives
-module(lottery_generator).
-export([start/0]).

start() ->
    Numbers = take(10, 42),
    show(Numbers),
    show(lists:sum(take(1000, 1)) div 1000),
    show(shuffled([a, b, c, d, e, f], 7)),
    ok.

take(0, _) -> [];
take(N, S) -> X = (S * 1103515245 + 12345) band 16#7fffffff, [X rem 100 | take(N - 1, X)].

shuffled(L, Seed) -> [X || {_, X} <- lists:sort(lists:zip(take(length(L), Seed), L))].

show(Term) -> io:format("~0p~n", [Term]).
