%% Perfect, abundant and deficient numbers
-module(perfect_numbers).
-export([start/0]).

start() ->
    show([N || N <- lists:seq(1, 500), kind(N) =:= perfect]),
    show([N || N <- lists:seq(1, 60), kind(N) =:= abundant]),
    show(length([N || N <- lists:seq(1, 200), kind(N) =:= deficient])),
    ok.

kind(N) ->
    case lists:sum([D || D <- lists:seq(1, N div 2), N rem D =:= 0]) of
        N -> perfect;
        S when S > N -> abundant;
        _ -> deficient
    end.

show(Term) -> io:format("~0p~n", [Term]).
