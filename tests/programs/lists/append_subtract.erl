%% ++ and -- of lists: associativity, duplicates, improper tails, wrong arguments.
-module(append_subtract).
-export([start/0, id/1]).

start() ->
    erlang:display(id([1, 2]) ++ id([3])),
    erlang:display(id([]) ++ id([3])),
    erlang:display(id([1]) ++ id([])),
    erlang:display(id([1]) ++ id(tail)),
    erlang:display(id([]) ++ id(tail)),
    erlang:display(id([1, 2, 3, 2, 1]) -- id([2, 1])),
    erlang:display(id([1, 2, 3, 2, 1]) -- id([1, 1, 1])),
    erlang:display(id([1, 2, 3, 4]) -- id([2]) -- id([2, 3])),
    erlang:display(id([1, 2.0, 3]) -- id([2, 3.0])),
    erlang:display(catch_error(fun() -> id(a) ++ id([1]) end)),
    erlang:display(catch_error(fun() -> id([1 | 2]) ++ id([1]) end)),
    erlang:display(catch_error(fun() -> id([1]) -- id(x) end)),
    erlang:display(length(lists:seq(1, 1000) -- lists:seq(2, 1000, 2))),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
