%% Quicksort by comprehensions, over several kinds of terms.
-module(quicksort).
-export([start/0]).

start() ->
    erlang:display(sort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])),
    erlang:display(sort([b, 1, {x}, "s", a, [], <<"bin">>, 2])),
    Random = random(500, 17),
    Sorted = sort(Random),
    erlang:display(lists:sublist(Sorted, 8)),
    erlang:display(Sorted =:= lists:sort(Random)),
    erlang:display(lists:sum(Sorted) =:= lists:sum(Random)),
    ok.

sort([]) -> [];
sort([Pivot | Rest]) ->
    sort([X || X <- Rest, X < Pivot]) ++ [Pivot] ++ sort([X || X <- Rest, X >= Pivot]).

random(0, _) -> [];
random(N, Seed) -> [Seed rem 1000 | random(N - 1, (Seed * 1103515245 + 12345) rem 2147483648)].
