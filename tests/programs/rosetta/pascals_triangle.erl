%% The triangle of binomial coefficients
-module(pascals_triangle).
-export([start/0]).

start() ->
    [io:format("~ts~n", [lists:join(" ", [integer_to_list(C) || C <- Row])]) || Row <- rows(8)],
    show(lists:sum(lists:last(rows(65)))),
    ok.

rows(N) -> rows(N, [1]).
rows(0, _) -> [];
rows(N, Row) -> [Row | rows(N - 1, lists:zipwith(fun erlang:'+'/2, [0 | Row], Row ++ [0]))].

show(Term) -> io:format("~0p~n", [Term]).
