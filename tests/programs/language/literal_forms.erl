%% Literals of every form the language has: characters, bases, escapes, separators.
-module(literal_forms).
-export([start/0]).

start() ->
    show([$a, $\n, $\s, $\\, $\", $\x41, $\x{20AC}, $\101, $\^A, $\e, $\d, $\0, $é, $\t, $\b, $\f, $\v, $\r, $\']),
    show([2#1011, 8#777, 16#FF, 16#ff, 36#Zz, 10#10, 3#12]),
    show([1_000_000, 16#FF_FF, 2#1010_1010, 1_0.5_0, 1.0e1_0]),
    show([1.5, 1.5e3, 1.5E-3, 0.1e+2, 1.0e0]),
    show(["a\tb", "multi\
line", "con" "cat" "enated", "\x{e9}\x{20ac}", "\101\102", "q\"q", ""]),
    show(['quoted atom', 'with\nnewline', abc, aBC_1@x]),
    show([<<"bytes">>, <<"é">>, <<"é"/utf8>>, <<1, 2, 3>>, <<"a", $b, 99>>, <<1:4, 2:4>>, <<>>]),
    show([[1, 2 | 3], [[]], [a | [b | [c]]], [$a | "bc"]]),
    show([{}, {{}}, {a, {b, {c}}}, #{}, #{a => #{b => c}}, #{1 => one}]),
    show([-1, - 1, -(-1), +5, - -5, -1.5, -16#F]),
    show([(1), begin 1 end, begin 1, 2 end]),
    show([9999999999999999999999, -9999999999999999999999, 16#FFFFFFFFFFFFFFFFFFFF]),
    show("abc" ++ "def" ++ []),
    show([1 bsl 3 bor 1, 1 + 2 * 3 - 4 div 2, 7 rem 3 * 2, bnot 5 band 7, not true or true, (1 < 2) == true, -2 * -3, 5 - 3 - 1, 2 bsl 1 bsl 1]),
    show([[X || X <- "abc", X > $a], "x" ++ [$y], hd("z")]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
