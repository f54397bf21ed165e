%% Sums of squared digits
-module(happy_numbers).
-export([start/0]).

start() ->
    show([N || N <- lists:seq(1, 100), happy(N, [])]),
    ok.

happy(1, _) -> true;
happy(N, Seen) -> (not lists:member(N, Seen)) andalso happy(lists:sum([(D - $0) * (D - $0) || D <- integer_to_list(N)]), [N | Seen]).

show(Term) -> io:format("~0p~n", [Term]).
