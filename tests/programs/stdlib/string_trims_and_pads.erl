%% string: trim, pad, chomp, strip and centre of lists.
-module(string_trims_and_pads).
-export([start/0]).

start() ->
    [show([string:trim(T), string:trim(T, leading), string:trim(T, trailing), string:trim(T, both, " ")]) || T <- ["  a b  ", <<"\t\nx\r\n">>, "", <<>>, "   "]],
    show([string:trim("xxaxx", D, "x") || D <- [leading, trailing, both]]),
    show([string:trim(<<"--a-b--">>, both, "-"), string:trim("abcba", both, "ab"), string:trim("..", both, ".")]),
    [show([string:pad(T, 6), string:pad(T, 6, leading), string:pad(T, 6, both), string:pad(T, 5, trailing, $-), string:pad(T, 2)]) || T <- ["abc", <<"ab">>, ""]],
    show([string:chomp(T) || T <- ["a\n", "a\r\n", "a", "\n", "a\n\n", <<"b\n">>, ""]]),
    show([string:strip("  a  "), string:strip("  a  ", left), string:strip("  a  ", right), string:strip("--a--", both, $-), string:strip("", both)]),
    show([string:centre("ab", 5), string:centre("ab", 6, $*), string:centre("abcdef", 3), string:centre("", 3)]),
    show([string:left("ab", 4), string:left("abcd", 2), string:left("ab", 4, $.), string:right("ab", 4), string:right("abcd", 2), string:right("ab", 4, $.)]),
    show([try string:trim(X) catch C:_ -> C end || X <- [a, 5, {}]]),
    show([try string:pad(X, Y) catch C2:_ -> C2 end || {X, Y} <- [{a, 5}, {"a", b}]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
