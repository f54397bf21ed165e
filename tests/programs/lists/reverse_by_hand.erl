%% Reverse, length, append and map written as plain recursion.
-module(reverse_by_hand).
-export([start/0]).

start() ->
    List = count(1, 20),
    erlang:display(List),
    erlang:display(reverse(List, [])),
    erlang:display(size_of(List)),
    erlang:display(append([a, b], [c])),
    erlang:display(map(fun(X) -> X * 10 end, count(1, 5))),
    erlang:display(fold(fun(X, Sum) -> X + Sum end, 0, count(1, 1000))),
    erlang:display(last(List)),
    erlang:display(nth(7, List)),
    ok.

count(Last, Last) -> [Last];
count(First, Last) -> [First | count(First + 1, Last)].

reverse([], Done) -> Done;
reverse([Head | Tail], Done) -> reverse(Tail, [Head | Done]).

size_of([]) -> 0;
size_of([_ | Tail]) -> 1 + size_of(Tail).

append([], Second) -> Second;
append([Head | Tail], Second) -> [Head | append(Tail, Second)].

map(_, []) -> [];
map(Fun, [Head | Tail]) -> [Fun(Head) | map(Fun, Tail)].

fold(_, Accumulator, []) -> Accumulator;
fold(Fun, Accumulator, [Head | Tail]) -> fold(Fun, Fun(Head, Accumulator), Tail).

last([Only]) -> Only;
last([_ | Tail]) -> last(Tail).

nth(1, [Head | _]) -> Head;
nth(N, [_ | Tail]) -> nth(N - 1, Tail).
