%% A hundred doors, toggled in a hundred passes
-module(hundred_doors).
-export([start/0]).

start() ->
    Doors = lists:foldl(fun pass/2, lists:duplicate(100, closed), lists:seq(1, 100)),
    show([N || {N, open} <- lists:zip(lists:seq(1, 100), Doors)]),
    ok.

pass(Step, Doors) -> [toggled(N rem Step =:= 0, D) || {N, D} <- lists:zip(lists:seq(1, 100), Doors)].

toggled(true, open) -> closed;
toggled(true, closed) -> open;
toggled(false, D) -> D.

show(Term) -> io:format("~0p~n", [Term]).
