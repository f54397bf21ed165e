%% Primes by the sieve of Eratosthenes and by trial division.
-module(sieve).
-export([start/0]).

start() ->
    Primes = sieve(lists:seq(2, 200)),
    erlang:display(Primes),
    erlang:display(length(sieve(lists:seq(2, 1500)))),
    erlang:display(Primes =:= [N || N <- lists:seq(2, 200), is_prime(N, 2)]),
    erlang:display([factors(N, 2) || N <- [12, 97, 360, 1001, 65536, 600851475143]]),
    ok.

sieve([]) -> [];
sieve([Prime | Rest]) -> [Prime | sieve([N || N <- Rest, N rem Prime =/= 0])].

is_prime(N, D) when D * D > N -> true;
is_prime(N, D) when N rem D =:= 0 -> false;
is_prime(N, D) -> is_prime(N, D + 1).

factors(1, _) -> [];
factors(N, D) when D * D > N -> [N];
factors(N, D) when N rem D =:= 0 -> [D | factors(N div D, D)];
factors(N, D) -> factors(N, D + 1).
