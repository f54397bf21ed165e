%% Large tables of integers: dense, sparse, negative, beyond small integers.
-module(select_integers).
-export([start/0]).

start() ->
    erlang:display([dense(N) || N <- lists:seq(-2, 22)]),
    erlang:display([sparse(N) || N <- [0, 1, 10, 100, 1000, 10000, 100000, 1000000, -1, -100, 99, 1.0, a]]),
    erlang:display([big(N) || N <- [1 bsl 27, 1 bsl 28, 1 bsl 31, 1 bsl 32, 1 bsl 59, 1 bsl 60, 1 bsl 63, 1 bsl 64,
                                    -(1 bsl 59), -(1 bsl 60), 1 bsl 100, (1 bsl 100) + 1, -(1 bsl 100), 5]]),
    erlang:display([days(M) || M <- lists:seq(0, 13)]),
    erlang:display([character(C) || C <- "aZ5 _\n~"]),
    ok.

dense(0) -> zero; dense(1) -> one; dense(2) -> two; dense(3) -> three; dense(4) -> four; dense(5) -> five;
dense(6) -> six; dense(7) -> seven; dense(8) -> eight; dense(9) -> nine; dense(10) -> ten; dense(11) -> eleven;
dense(12) -> twelve; dense(13) -> thirteen; dense(14) -> fourteen; dense(15) -> fifteen; dense(16) -> sixteen;
dense(17) -> seventeen; dense(18) -> eighteen; dense(19) -> nineteen; dense(20) -> twenty; dense(_) -> none.

sparse(1) -> a; sparse(10) -> b; sparse(100) -> c; sparse(1000) -> d; sparse(10000) -> e; sparse(100000) -> f;
sparse(1000000) -> g; sparse(-1) -> h; sparse(-100) -> i; sparse(X) when is_integer(X) -> j; sparse(1.0) -> k;
sparse(_) -> l.

big(16#8000000) -> b27; big(16#10000000) -> b28; big(16#80000000) -> b31; big(16#100000000) -> b32;
big(16#800000000000000) -> b59; big(16#1000000000000000) -> b60; big(16#8000000000000000) -> b63;
big(16#10000000000000000) -> b64; big(-16#800000000000000) -> m59; big(-16#1000000000000000) -> m60;
big(16#10000000000000000000000000) -> b100; big(-16#10000000000000000000000000) -> m100; big(_) -> none.

days(M) ->
    case M of
        2 -> 28;
        4 -> 30; 6 -> 30; 9 -> 30; 11 -> 30;
        _ when M >= 1, M =< 12 -> 31;
        _ -> none
    end.

character(C) ->
    case C of
        $\s -> space; $\n -> newline; $_ -> underscore;
        _ when C >= $a, C =< $z -> lower;
        _ when C >= $A, C =< $Z -> upper;
        _ when C >= $0, C =< $9 -> digit;
        _ -> other
    end.
