%% Greatest common divisors, least common multiples
-module(greatest_divisors).
-export([start/0]).

start() ->
    [show({A, B, gcd(A, B), lcm(A, B)}) || {A, B} <- [{12, 18}, {17, 5}, {0, 9}, {1 bsl 70, 1 bsl 65}, {123456789012345678901234567890, 987654321098765432109876543210}]],
    show(extended(240, 46)),
    ok.

gcd(A, 0) -> A;
gcd(A, B) -> gcd(B, A rem B).

lcm(A, B) -> case gcd(A, B) of 0 -> 0; G -> A * B div G end.

extended(A, 0) -> {A, 1, 0};
extended(A, B) -> {G, X, Y} = extended(B, A rem B), {G, Y, X - A div B * Y}.

show(Term) -> io:format("~0p~n", [Term]).
