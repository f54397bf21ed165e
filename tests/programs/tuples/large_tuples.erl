%% Tuples of hundreds of elements, built, updated and taken apart.
-module(large_tuples).
-export([start/0]).

start() ->
    Tuple = list_to_tuple(lists:seq(1, 1000)),
    erlang:display(tuple_size(Tuple)),
    erlang:display([element(I, Tuple) || I <- [1, 500, 1000]]),
    Updated = lists:foldl(fun(I, T) -> setelement(I, T, -I) end, Tuple, lists:seq(100, 1000, 100)),
    erlang:display(lists:sum(tuple_to_list(Updated))),
    erlang:display([element(I, Updated) || I <- [99, 100, 101]]),
    erlang:display(element(100, Tuple)),
    erlang:display(Updated < Tuple),
    Filled = erlang:make_tuple(300, empty, [{1, first}, {300, last}, {150, middle}]),
    erlang:display([{I, element(I, Filled)} || I <- [1, 2, 150, 299, 300]]),
    erlang:display(sum(Tuple, tuple_size(Tuple), 0)),
    Wide = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40},
    {A, _, _, B, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _,
     _, _, C} = Wide,
    erlang:display({A, B, C}),
    ok.

sum(_, 0, Sum) -> Sum;
sum(Tuple, I, Sum) -> sum(Tuple, I - 1, Sum + element(I, Tuple)).
