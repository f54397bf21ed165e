%% Guards in receive
-module(receive_with_guards).
-export([start/0]).

start() ->
    [self() ! N || N <- [5, 1, 8, 3, 9]],
    show(receive A when A > 7 -> A end),
    show(receive B when B < 3; B =:= 9 -> B end),
    Limit = 4,
    show(receive C when C > Limit -> C end),
    show(drain()),
    ok.

drain() -> receive M -> [M | drain()] after 0 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).
