%% Numbers in bases 2 to 36, negative bases, factorial base, and balanced ternary.
-module(base_conversions).
-export([start/0]).

start() ->
    show([{B, integer_to_list(255, B), integer_to_list(-255, B)} || B <- [2, 3, 8, 16, 36]]),
    show([own(1000000, B) =:= integer_to_list(1000000, B) || B <- lists:seq(2, 36)]),
    show([negative(N, -2) || N <- [0, 1, -1, 10, -10, 146]]),
    show([negative(N, -10) || N <- [15, -15, 146, 7]]),
    show([factoradic(N) || N <- [0, 1, 463, 3628799]]),
    show([from_factoradic(factoradic(N)) =:= N || N <- [0, 5, 719, 12345]]),
    show([ternary(N) || N <- [0, 1, 2, 5, -7, 100, -436]]),
    show([from_ternary(ternary(N)) =:= N || N <- lists:seq(-50, 50)] =:= lists:duplicate(101, true)),
    show([list_to_integer(own(N, 7), 7) =:= N || N <- [1 bsl 100, 12345678901234567890]]),
    show([bcd(N) || N <- [0, 9, 10, 1234]]),
    ok.

own(N, B) when N < B -> [digit(N)];
own(N, B) -> own(N div B, B) ++ [digit(N rem B)].

digit(D) when D < 10 -> $0 + D;
digit(D) -> $A + D - 10.

negative(0, _) -> "0";
negative(N, B) -> negative(N, B, []).

negative(0, _, Acc) -> Acc;
negative(N, B, Acc) ->
    R = N rem B,
    {Q, D} = if R < 0 -> {N div B + 1, R - B}; true -> {N div B, R} end,
    negative(Q, B, [digit(D) | Acc]).

factoradic(N) -> factoradic(N, 1, []).

factoradic(0, _, []) -> [0];
factoradic(0, _, Acc) -> Acc;
factoradic(N, B, Acc) -> factoradic(N div B, B + 1, [N rem B | Acc]).

from_factoradic(Digits) ->
    {Sum, _, _} = lists:foldl(fun(D, {S, F, I}) -> {S + D * F, F * I, I + 1} end, {0, 1, 1}, lists:reverse(Digits)),
    Sum.

ternary(0) -> "0";
ternary(N) -> ternary(N, []).

ternary(0, Acc) -> Acc;
ternary(N, Acc) ->
    case ((N rem 3) + 3) rem 3 of
        0 -> ternary(N div 3, [$0 | Acc]);
        1 -> ternary((N - 1) div 3, [$+ | Acc]);
        2 -> ternary((N + 1) div 3, [$- | Acc])
    end.

from_ternary(Text) -> lists:foldl(fun($+, S) -> S * 3 + 1; ($-, S) -> S * 3 - 1; ($0, S) -> S * 3 end, 0, Text).

bcd(N) -> << <<(C - $0):4>> || C <- integer_to_list(N) >>.

show(Term) -> io:format("~0p~n", [Term]).
