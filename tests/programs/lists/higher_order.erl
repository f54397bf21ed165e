%% map, filter, folds, partition, zips and other functions that take a fun.
-module(higher_order).
-export([start/0]).

start() ->
    List = lists:seq(1, 10),
    Even = fun(X) -> X rem 2 =:= 0 end,
    erlang:display(lists:map(fun(X) -> {X} end, [1, 2])),
    erlang:display(lists:filter(Even, List)),
    erlang:display(lists:foldl(fun(X, A) -> [X | A] end, [], List)),
    erlang:display(lists:foldr(fun(X, A) -> [X | A] end, [], List)),
    erlang:display(lists:partition(Even, List)),
    erlang:display(lists:mapfoldl(fun(X, S) -> {X * 2, S + X} end, 0, List)),
    erlang:display(lists:zip([1, 2, 3], [a, b, c])),
    erlang:display(lists:zipwith(fun(A, B) -> A * B end, [1, 2, 3], [4, 5, 6])),
    erlang:display(lists:unzip([{1, a}, {2, b}])),
    erlang:display(lists:takewhile(fun(X) -> X < 4 end, List)),
    erlang:display(lists:dropwhile(fun(X) -> X < 8 end, List)),
    erlang:display(lists:splitwith(fun(X) -> X =/= 5 end, List)),
    erlang:display(lists:any(Even, [1, 3, 4])),
    erlang:display(lists:all(Even, [2, 4, 5])),
    erlang:display(lists:flatmap(fun(X) -> [X, -X] end, [1, 2, 3])),
    erlang:display(lists:filtermap(fun(X) -> X > 8 andalso {true, X * X} end, List)),
    erlang:display(lists:foldl(fun lists:append/2, [], [[1], [2, 3], []])),
    erlang:display(lists:search(fun(X) -> X > 6 end, List)),
    ok.
