%% case and receive on numbers far apart, dense, negative, mixed with floats.
-module(select_on_anything).
-export([start/0]).

start() ->
    show([dense(N) || N <- lists:seq(-1, 11)]),
    show([sparse(N) || N <- [-1000000000000, -5, 0, 1 bsl 27, 1 bsl 28, 1 bsl 31, 1 bsl 40, 1 bsl 59, 1 bsl 60, 1 bsl 64, 7]]),
    show([characters(C) || C <- "aZ5 _\n" ++ [955]]),
    show([two(A, B) || A <- [1, 2, x], B <- [1, 2.0, "s"]]),
    show([floats(F) || F <- [0.0, 1.5, -1.5, 1, 1.0e10, 10000000000]]),
    [self() ! M || M <- [{b, 2}, 7, {a, 1}, "text", 5, {c, 3}]],
    show([receive {a, X} -> {a, X}; 5 -> five; {c, Y} when Y > 2 -> {c, Y} after 0 -> none end || _ <- [1, 2, 3, 4]]),
    show([receive M -> M end || _ <- [1, 2, 3]]),
    ok.

dense(0) -> a; dense(1) -> b; dense(2) -> c; dense(3) -> d; dense(4) -> e; dense(5) -> f; dense(6) -> g; dense(7) -> h; dense(8) -> i; dense(9) -> j; dense(_) -> none.

sparse(-1000000000000) -> minus; sparse(-5) -> five; sparse(0) -> zero; sparse(16#8000000) -> bit27; sparse(16#10000000) -> bit28; sparse(16#80000000) -> bit31;
sparse(16#10000000000) -> bit40; sparse(16#800000000000000) -> bit59; sparse(16#1000000000000000) -> bit60; sparse(16#10000000000000000) -> bit64; sparse(_) -> none.

characters(C) when C >= $a, C =< $z -> lower;
characters(C) when C >= $A, C =< $Z -> upper;
characters(C) when C >= $0, C =< $9 -> digit;
characters($\s) -> space;
characters($_) -> underscore;
characters($\n) -> newline;
characters(_) -> other.

two(1, 1) -> both; two(1, F) when is_float(F) -> float; two(1, [_ | _]) -> list; two(2, _) -> second; two(_, B) when B == 2 -> equal_two; two(A, B) -> {A, B}.

floats(0.0) -> zero; floats(1.5) -> half; floats(-1.5) -> minus_half; floats(1.0e10) -> large; floats(N) when is_integer(N) -> integer; floats(_) -> none.

show(Term) -> io:format("~0p~n", [Term]).
