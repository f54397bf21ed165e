%% Chances as exact fractions
-module(game_of_pig_odds).
-export([start/0]).

start() ->
    show(sum([{1, N} || N <- lists:seq(1, 20)])),
    show(lists:foldl(fun(_, F) -> add({1, 6}, multiply({5, 6}, F)) end, {0, 1}, lists:seq(1, 12))),
    show(reduced({-6, 8})),
    ok.

sum(L) -> lists:foldl(fun add/2, {0, 1}, L).
add({A, B}, {C, D}) -> reduced({A * D + C * B, B * D}).
multiply({A, B}, {C, D}) -> reduced({A * C, B * D}).
reduced({A, B}) -> G = gcd(abs(A), B), {A div G, B div G}.
gcd(A, 0) -> A;
gcd(A, B) -> gcd(B, A rem B).

show(Term) -> io:format("~0p~n", [Term]).
