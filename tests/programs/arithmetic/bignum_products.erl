%% Products and powers that outgrow every machine word, and their quotients back.
-module(bignum_products).
-export([start/0]).

start() ->
    erlang:display(factorial(30)),
    Long = factorial(200),
    erlang:display(Long rem 1000000007),
    erlang:display(length(integer_to_list(Long))),
    erlang:display(lists:foldl(fun(N, Left) -> Left div N end, Long, lists:seq(1, 200))),
    erlang:display(power(3, 200)),
    erlang:display(power(-7, 77)),
    erlang:display(power(2, 1000) - power(2, 999) =:= power(2, 999)),
    A = power(10, 40) + 12345,
    B = power(10, 25) - 54321,
    erlang:display({A * B, A div B, A rem B}),
    erlang:display((A * B) div A =:= B),
    erlang:display((A + B) * (A - B) =:= A * A - B * B),
    erlang:display(gcd(factorial(40), power(6, 60))),
    ok.

factorial(0) -> 1;
factorial(N) -> N * factorial(N - 1).

power(_, 0) -> 1;
power(Base, N) when N rem 2 =:= 0 -> power(Base * Base, N div 2);
power(Base, N) -> Base * power(Base, N - 1).

gcd(A, 0) -> A;
gcd(A, B) -> gcd(B, A rem B).
