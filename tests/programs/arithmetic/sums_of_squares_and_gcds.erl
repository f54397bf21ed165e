%% Identities of integers tried over many values, small and long.
-module(sums_of_squares_and_gcds).
-export([start/0]).

start() ->
    V = [0, 1, 2, 17, 255, 65537, 1 bsl 31, 1 bsl 59, 1 bsl 60, 1 bsl 61, 1 bsl 64, 1 bsl 100, 123456789012345678901234567890],
    Pairs = [{A * S, B * U} || A <- V, B <- V, S <- [1, -1], U <- [1, -1]],
    show([all(fun(A, B) -> (A + B) * (A - B) =:= A * A - B * B end, Pairs),
          all(fun(A, B) -> (A + B) * (A + B) =:= A * A + 2 * A * B + B * B end, Pairs),
          all(fun(A, B) -> A - (A - B) =:= B end, Pairs),
          all(fun(A, B) -> A * B =:= B * A andalso -(A * B) =:= -A * B end, Pairs),
          all(fun(A, B) -> B =:= 0 orelse A =:= (A div B) * B + A rem B end, Pairs),
          all(fun(A, B) -> gcd(A, B) =:= gcd(B, A) end, Pairs),
          all(fun(A, B) -> gcd(A, B) =:= 0 orelse A rem gcd(A, B) =:= 0 end, Pairs),
          all(fun(A, B) -> (A < B) =:= (B > A) andalso (A =< B) =:= not (A > B) end, Pairs),
          all(fun(A, B) -> max(A, B) + min(A, B) =:= A + B end, Pairs),
          all(fun(A, B) -> A band B =:= B band A andalso (A bor B) =:= A + B - (A band B) end, Pairs),
          all(fun(A, B) -> list_to_integer(integer_to_list(A * B)) =:= A * B end, Pairs),
          all(fun(A, B) -> binary_to_term(term_to_binary(A - B)) =:= A - B end, Pairs),
          all(fun(A, B) -> (A bsl 7) bsr 7 =:= A andalso (B bsr 3) =:= floor_div(B, 8) end, Pairs)]),
    show([gcd(A, B) || {A, B} <- [{12, 18}, {1 bsl 100, 1 bsl 60}, {123456789012345678901234567890, 9876543210}]]),
    ok.

all(F, Pairs) -> lists:all(fun({A, B}) -> F(A, B) end, Pairs).

gcd(A, 0) -> abs(A);
gcd(A, B) -> gcd(B, A rem B).

floor_div(A, B) when A >= 0 -> A div B;
floor_div(A, B) -> (A - B + 1) div B.

show(Term) -> io:format("~0p~n", [Term]).
