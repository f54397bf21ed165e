%% ~W and ~P stop at a depth
-module(directive_depth).
-export([start/0]).

start() ->
    Terms = [[1, 2, 3, 4, 5], {a, {b, {c, {d}}}}, "a string", [[[[x]]]], #{1 => #{2 => #{3 => 4}}}, <<1, 2, 3, 4, 5>>, [a | b]],
    [io:format("~w ~W ~P~n", [D, T, D, T, D]) || T <- Terms, D <- [0, 1, 2, 3, 4, 6]],
    ok.
