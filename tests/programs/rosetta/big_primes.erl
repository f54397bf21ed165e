%% Primes by Miller and Rabin, Mersenne numbers, Lucas and Lehmer,.
-module(big_primes).
-export([start/0]).

start() ->
    io:format("~w~n", [[N || N <- lists:seq(1, 100), prime(N)]]),
    io:format("~w~n", [[P || P <- lists:seq(2, 130), prime(P), lucas_lehmer(P)]]),
    io:format("~w~n", [prime((1 bsl 127) - 1)]),
    io:format("~w~n", [prime((1 bsl 127) + 1)]),
    io:format("~w~n", [next(1 bsl 90)]),
    io:format("~w~n", [[N || N <- [561, 1105, 1729, 2465, 3215031751], prime(N)]]),
    P = next(1 bsl 64),
    Q = next(1 bsl 65),
    Phi = (P - 1) * (Q - 1),
    D = inverse(65537, Phi),
    io:format("~w ~w ~w~n", [P, Q, D]),
    Secret = power(123456789012345678901234567890, 65537, P * Q),
    io:format("~w ~w~n", [Secret, power(Secret, D, P * Q)]),
    ok.

prime(N) when N < 2 -> false;
prime(N) when N < 4 -> true;
prime(N) when N rem 2 =:= 0 -> false;
prime(N) ->
    {S, D} = odd_part(N - 1, 0),
    lists:all(fun(A) -> A rem N =:= 0 orelse witness(power(A, D, N), S, N) end, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]).

odd_part(D, S) when D rem 2 =:= 0 -> odd_part(D div 2, S + 1);
odd_part(D, S) -> {S, D}.

witness(1, _, _) -> true;
witness(X, _, N) when X =:= N - 1 -> true;
witness(_, 1, _) -> false;
witness(X, S, N) -> witness(X * X rem N, S - 1, N).

power(_, 0, _) -> 1;
power(B, E, M) when E band 1 =:= 1 -> B * power(B, E - 1, M) rem M;
power(B, E, M) -> power(B * B rem M, E bsr 1, M).

lucas_lehmer(2) -> true;
lucas_lehmer(P) ->
    M = (1 bsl P) - 1,
    lists:foldl(fun(_, S) -> (S * S - 2) rem M end, 4, lists:seq(1, P - 2)) =:= 0.

next(N) -> case prime(N) of true -> N; false -> next(N + 1) end.

inverse(A, M) -> {1, X, _} = gcd(A, M), ((X rem M) + M) rem M.

gcd(A, 0) -> {A, 1, 0};
gcd(A, B) -> {G, X, Y} = gcd(B, A rem B), {G, Y, X - (A div B) * Y}.
