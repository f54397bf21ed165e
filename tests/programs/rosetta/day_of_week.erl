%% Which day a date is
-module(day_of_week).
-export([start/0]).

start() ->
    [io:format("~b-~2..0b-~2..0b ~s~n", [Y, M, D, day(Y, M, D)]) || {Y, M, D} <- [{2000, 1, 1}, {1969, 7, 20}, {2024, 2, 29}, {1900, 3, 1}, {2100, 12, 25}]],
    show([Y || Y <- lists:seq(2000, 2060), day(Y, 12, 25) =:= "Sunday"]),
    show([calendar:day_of_the_week(Y, 1, 1) || Y <- lists:seq(2000, 2010)]),
    ok.

day(Y, M, D) -> element(calendar:day_of_the_week(Y, M, D), {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}).

show(Term) -> io:format("~0p~n", [Term]).
