%% Guards of many terms, of many alternatives, and on many variables at once.
-module(large_guards).
-export([start/0]).

start() ->
    erlang:display([vowel(C) || C <- "abcdefghijklmnopqrstuvwxyz", vowel(C)] =/= []),
    erlang:display([C || C <- "the quick brown fox", vowel(C)]),
    erlang:display([identifier(T) || T <- ["abc", "a1_", "1a", "", "A@b", "a-b"]]),
    erlang:display([ordered(A, B, C, D) || {A, B, C, D} <- [{1, 2, 3, 4}, {4, 3, 2, 1}, {1, 1, 1, 1}, {1, 3, 2, 4}]]),
    erlang:display([box(P) || P <- [{5, 5}, {0, 5}, {11, 5}, {a, 5}, {5.5, 9.9}, {10, 10}]]),
    erlang:display([date(D) || D <- [{2024, 2, 29}, {2023, 2, 29}, {2024, 13, 1}, {2024, 4, 31}, {2024, 12, 31}, x]]),
    ok.

vowel(C) when C =:= $a; C =:= $e; C =:= $i; C =:= $o; C =:= $u -> true;
vowel(_) -> false.

identifier([C | Rest]) when C >= $a, C =< $z; C >= $A, C =< $Z; C =:= $_ -> lists:all(fun part/1, Rest);
identifier(_) -> false.

part(C) when (C >= $a andalso C =< $z) orelse (C >= $A andalso C =< $Z) orelse (C >= $0 andalso C =< $9) -> true;
part(C) when C =:= $_ orelse C =:= $@ -> true;
part(_) -> false.

ordered(A, B, C, D) when A < B, B < C, C < D -> rising;
ordered(A, B, C, D) when A > B andalso B > C andalso C > D -> falling;
ordered(A, B, C, D) when A == B, C == D, not (A /= C) -> flat;
ordered(A, B, C, D) when A < D, (B > C) or (B > D), is_integer(A + B + C + D) -> mixed.

box({X, Y}) when X > 0, X =< 10, Y > 0, Y =< 10, X * Y =< 100 -> inside;
box({X, Y}) when is_number(X) and is_number(Y) -> outside;
box(_) -> no_point.

date({Y, M, D}) when M =:= 2, D >= 1, D =< 28; M =:= 2, D =:= 29, Y rem 4 =:= 0, (Y rem 100 =/= 0) or (Y rem 400 =:= 0);
                     (M =:= 4) or (M =:= 6) or (M =:= 9) or (M =:= 11), D >= 1, D =< 30;
                     (M =/= 2) and (M =/= 4) and (M =/= 6) and (M =/= 9) and (M =/= 11), M >= 1, M =< 12, D >= 1, D =< 31 ->
    valid;
date({_, _, _}) -> invalid;
date(_) -> no_date.
