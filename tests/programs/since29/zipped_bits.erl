%% Comprehensions whose generators go side by side, above all such that make bits.
-module(zipped_bits).
-export([start/0]).

start() ->
    print(<< <<X, Y>> || X <- [1, 2, 3] && Y <- [4, 5, 6] >>),
    print(<< <<X, Y:3>> || <<X:5>> <:= <<163, 226, 1800:9>> && Y <:- [1, 6, 4, -3, 9223372036854775810] >>),
    print(byte_size(<< <<X:32, Y/float>> || X <- lists:seq(1, 2000) && Y <- lists:seq(2001, 4000) >>)),
    print(<< <<X/binary, Y/bits>> || X <- [<<"a">>, <<"bc">>] && Y <- [<<1:3>>, <<>>] >>),
    print([{X, Y, Z} || X <- [1, 2] && <<Y:4>> <= <<16#ab>> && Z <- "xy"]),
    print(lists:sort([{K, V, X} || K := V <- #{1 => a, 2 => b} && X <- [c, c]])),
    print([{A, << <<X, Y>> || X <- A && Y <- "zz" >>} || A <- ["ab", "cd"]]),
    wrong(),
    kept(),
    ok.

print(Term) ->
    io:format("~w~n", [Term]).

wrong() ->
    print(caught(fun() -> << <<X, Y>> || X <- [1, 2, 3] && Y <- [4, 5] >> end)),
    print(caught(fun() -> << <<X, Y>> || X <- [1, 2] && <<Y>> <= <<4, 5, 6>> >> end)),
    print(caught(fun() -> << <<X, Y>> || X <- [1, a] && Y <- [4, 5] >> end)),
    print(caught(fun() -> [{X, Y} || {X} <:- [{1}, 2] && Y <- [4, 5]] end)),
    print(caught(fun() -> << <<X>> || X <- x && _ <- [4, 5] >> end)).

caught(F) ->
    try F() catch error:Reason -> Reason end.

%% Each of them has bits of its own.
kept() ->
    First = << <<X, Y>> || X <- [1] && Y <- [2] >>,
    Second = << <<X, Y>> || X <- [3, 4] && Y <- [5, 6] >>,
    print([First, Second, <<First/binary, Second/binary>>, << <<X>> || X <- [7] && _ <- [8] >>]).
