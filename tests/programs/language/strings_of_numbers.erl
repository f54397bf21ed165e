%% Numbers in texts: parsed by hand, with signs, points, exponents, bases.
-module(strings_of_numbers).
-export([start/0]).

start() ->
    show([{T, parse(T)} || T <- ["0", "42", "-7", "+3", "1.5", "-0.25", "2e3", "1.5e-2", "0x1F", "0b101", "1_000_000", "", "-", "1.", ".5", "12a", "0xZ", "1e", "--1"]]),
    show([commas(N) || N <- [0, 999, 1000, 1234567, -9876543210]]),
    show([padded(N, 5) || N <- [0, 42, 12345, 1234567]]),
    show([ordinal(N) || N <- [1, 2, 3, 4, 11, 12, 13, 21, 101, 111]]),
    show([bytes(N) || N <- [0, 999, 1024, 1536, 1048576, 5368709120]]),
    show([clock(S) || S <- [0, 59, 60, 3599, 3661, 86399]]),
    ok.

parse([$- | T]) -> negate(unsigned(T));
parse([$+ | T]) -> unsigned(T);
parse(T) -> unsigned(T).

negate({ok, N}) -> {ok, -N};
negate(E) -> E.

unsigned("0x" ++ T) -> based(T, 16);
unsigned("0b" ++ T) -> based(T, 2);
unsigned(T) ->
    case lists:splitwith(fun(C) -> C >= $0 andalso C =< $9 orelse C =:= $_ end, T) of
        {[], _} -> {error, no_digits};
        {Digits, []} -> {ok, list_to_integer(Digits -- lists:duplicate(length(Digits), $_))};
        {Digits, [$. | F]} -> fraction(Digits, F);
        {Digits, [$e | E]} -> exponent(Digits ++ ".0", E);
        {_, Rest} -> {error, {junk, Rest}}
    end.

based(T, B) -> try {ok, list_to_integer(T, B)} catch error:badarg -> {error, {bad_digits, T}} end.

fraction(D, T) ->
    case lists:splitwith(fun(C) -> C >= $0 andalso C =< $9 end, T) of
        {[], _} -> {error, no_fraction};
        {F, []} -> {ok, list_to_float(D ++ "." ++ F)};
        {F, [$e | E]} -> exponent(D ++ "." ++ F, E);
        {_, Rest} -> {error, {junk, Rest}}
    end.

exponent(F, E) -> try {ok, list_to_float(F ++ "e" ++ integer_to_list(list_to_integer(E)))} catch error:badarg -> {error, {bad_exponent, E}} end.

commas(N) when N < 0 -> "-" ++ commas(-N);
commas(N) when N < 1000 -> integer_to_list(N);
commas(N) -> commas(N div 1000) ++ "," ++ lists:flatten(io_lib:format("~3..0b", [N rem 1000])).

padded(N, W) -> lists:flatten(io_lib:format("~*..0b", [W, N])).

ordinal(N) when N rem 100 >= 11, N rem 100 =< 13 -> integer_to_list(N) ++ "th";
ordinal(N) -> integer_to_list(N) ++ case N rem 10 of 1 -> "st"; 2 -> "nd"; 3 -> "rd"; _ -> "th" end.

bytes(N) when N < 1024 -> integer_to_list(N) ++ " B";
bytes(N) -> bytes(N / 1024, ["KiB", "MiB", "GiB"]).

bytes(X, [U | Us]) when X < 1024; Us =:= [] -> lists:flatten(io_lib:format("~.1f ~s", [X, U]));
bytes(X, [_ | Us]) -> bytes(X / 1024, Us).

clock(S) -> lists:flatten(io_lib:format("~2..0b:~2..0b:~2..0b", [S div 3600, S div 60 rem 60, S rem 60])).

show(Term) -> io:format("~0p~n", [Term]).
