%% Josephus, Kaprekar, narcissistic and Harshad numbers, digital roots, Luhn.
-module(josephus_and_others).
-export([start/0]).

start() ->
    show([josephus(N, K) || {N, K} <- [{41, 3}, {7, 2}, {1, 5}, {10, 10}]]),
    show([josephus_list(lists:seq(1, 7), 3)]),
    show([N || N <- lists:seq(1, 3000), kaprekar(N)]),
    show([kaprekar_steps(N, 0) || N <- [3524, 2111, 9831, 6174]]),
    show([N || N <- lists:seq(1, 10000), narcissistic(N)]),
    show(lists:sublist([N || N <- lists:seq(1, 200), N rem digits(N) =:= 0], 25)),
    show([{N, root(N, 0)} || N <- [627615, 39390, 588225, 393900588225, 7]]),
    show([luhn(T) || T <- ["49927398716", "49927398717", "1234567812345678", "1234567812345670"]]),
    show([isbn(T) || T <- ["0306406152", "080442957X", "0306406153"]]),
    show([N || N <- lists:seq(1, 500), lists:sum(divisors(N)) =:= lists:sum(divisors(lists:sum(divisors(N)) - N)), lists:sum(divisors(N)) =/= 2 * N, lists:sum(divisors(lists:sum(divisors(N)) - N)) - (lists:sum(divisors(N)) - N) =:= N]),
    ok.

josephus(N, K) -> lists:foldl(fun(I, A) -> (A + K) rem I end, 0, lists:seq(2, N)).

josephus_list(L, K) -> order(L, [], K - 1, K).

order([], [], _, _) -> [];
order([], Back, N, K) -> order(lists:reverse(Back), [], N, K);
order([X | L], Back, 0, K) -> [X | order(L, Back, K - 1, K)];
order([X | L], Back, N, K) -> order(L, [X | Back], N - 1, K).

kaprekar(1) -> true;
kaprekar(N) -> lists:any(fun(P) -> R = (N * N) rem P, R > 0 andalso (N * N) div P + R =:= N end, [10, 100, 1000, 10000, 100000, 1000000]).

kaprekar_steps(6174, S) -> S;
kaprekar_steps(N, S) ->
    D = lists:sort(lists:flatten(io_lib:format("~4..0w", [N]))),
    kaprekar_steps(list_to_integer(lists:reverse(D)) - list_to_integer(D), S + 1).

narcissistic(N) -> S = integer_to_list(N), lists:sum([power(C - $0, length(S)) || C <- S]) =:= N.

power(_, 0) -> 1;
power(B, E) -> B * power(B, E - 1).

digits(N) -> lists:sum([C - $0 || C <- integer_to_list(N)]).

root(N, S) when N < 10 -> {N, S};
root(N, S) -> root(digits(N), S + 1).

luhn(T) -> {S, _} = lists:foldr(fun(C, {A, D}) -> X = (C - $0) * D, {A + X div 10 + X rem 10, 3 - D} end, {0, 1}, T), S rem 10 =:= 0.

isbn(T) -> lists:sum([W * case C of $X -> 10; _ -> C - $0 end || {W, C} <- lists:zip(lists:seq(10, 1, -1), T)]) rem 11 =:= 0.

divisors(N) -> [D || D <- lists:seq(1, max(N, 1)), N rem D =:= 0].

show(Term) -> io:format("~0p~n", [Term]).
