%% Square roots by whole numbers alone
-module(continued_fractions).
-export([start/0]).

start() ->
    [show({N, root(N, 30)}) || N <- [2, 3, 5, 10, 16]],
    show(expansion(415, 93)),
    ok.

root(N, Digits) ->
    S = integer_to_list(whole_root(N * power10(2 * Digits))),
    {Whole, Rest} = lists:split(length(S) - Digits, S),
    Whole ++ "." ++ Rest.

power10(0) -> 1;
power10(N) -> 10 * power10(N - 1).

whole_root(N) -> step(N, N).
step(N, X) -> case (X + N div X) div 2 of Y when Y >= X -> X; Y -> step(N, Y) end.

expansion(_, 0) -> [];
expansion(A, B) -> [A div B | expansion(B, A rem B)].

show(Term) -> io:format("~0p~n", [Term]).
