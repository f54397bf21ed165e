%% Takeuchi's function and McCarthy's 91, Hofstadter's sequences.
-module(takeuchi).
-export([start/0]).

start() ->
    erlang:display(tak(12, 8, 4)),
    erlang:display(tak(7, 11, 3)),
    erlang:display([ninety_one(N) || N <- [0, 50, 99, 100, 101, 150]]),
    erlang:display([female(N) || N <- lists:seq(0, 15)]),
    erlang:display([male(N) || N <- lists:seq(0, 15)]),
    erlang:display([even(N) || N <- [0, 1, 10, 1001]]),
    ok.

tak(X, Y, Z) when Y >= X -> Z;
tak(X, Y, Z) -> tak(tak(X - 1, Y, Z), tak(Y - 1, Z, X), tak(Z - 1, X, Y)).

ninety_one(N) when N > 100 -> N - 10;
ninety_one(N) -> ninety_one(ninety_one(N + 11)).

female(0) -> 1;
female(N) -> N - male(female(N - 1)).

male(0) -> 0;
male(N) -> N - female(male(N - 1)).

even(0) -> true;
even(N) -> odd(N - 1).

odd(0) -> false;
odd(N) -> even(N - 1).
