%% Integers, floats, ranges by guards, and long integers in heads and cases.
-module(numbers_in_patterns).
-export([start/0]).

start() ->
    show([n(X) || X <- [0, 1, -1, 1.0, 0.5, 1 bsl 64, 123456789012345678901234567890, -(1 bsl 64), 255, 256, a]]),
    show([f(X) || X <- [1.0, 1, 2.5, -2.5, 1.0e300, 0.1 + 0.2, 0.3]]),
    show([size_of(X) || X <- [0, 127, 128, 32767, 65536, 1 bsl 31, 1 bsl 63, 1 bsl 64, -1, -129]]),
    show([case X of 16#FF -> hex; 2#101 -> binary; 8#17 -> octal; $a -> character; _ -> none end || X <- [255, 5, 15, 97, 1]]),
    ok.

n(0) -> zero;
n(1) -> one;
n(-1) -> minus_one;
n(1.0) -> one_float;
n(18446744073709551616) -> two_to_64;
n(-18446744073709551616) -> minus_two_to_64;
n(123456789012345678901234567890) -> long;
n(X) when is_integer(X), X >= 0, X < 256 -> byte;
n(X) when is_float(X) -> {float, X};
n(X) when is_number(X) -> {number, X};
n(_) -> none.

f(1.0) -> one;
f(2.5) -> two_and_a_half;
f(-2.5) -> minus;
f(1.0e300) -> large;
f(0.3) -> exactly;
f(X) when is_float(X), abs(X - 0.3) < 1.0e-9 -> nearly;
f(X) -> {other, X}.

size_of(X) when X >= -128, X =< 127 -> int8;
size_of(X) when X >= -32768, X =< 32767 -> int16;
size_of(X) when X >= -(1 bsl 31), X < 1 bsl 31 -> int32;
size_of(X) when X >= -(1 bsl 63), X < 1 bsl 63 -> int64;
size_of(_) -> larger.

show(Term) -> io:format("~0p~n", [Term]).
