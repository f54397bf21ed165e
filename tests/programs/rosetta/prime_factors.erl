%% Numbers as products of primes
-module(prime_factors).
-export([start/0]).

start() ->
    [show({N, factors(N)}) || N <- [2, 12, 97, 360, 1001, 65536, 999983, 600851475143]],
    show([product(factors(N)) =:= N || N <- lists:seq(2, 100)] =:= lists:duplicate(99, true)),
    ok.

factors(N) -> factors(N, 2).
factors(1, _) -> [];
factors(N, P) when P * P > N -> [N];
factors(N, P) when N rem P =:= 0 -> [P | factors(N div P, P)];
factors(N, P) -> factors(N, P + 1).

product(L) -> lists:foldl(fun erlang:'*'/2, 1, L).

show(Term) -> io:format("~0p~n", [Term]).
