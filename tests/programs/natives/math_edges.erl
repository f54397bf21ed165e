%% math: every function at zero, one, infinity's edge and outside its domain.
-module(math_edges).
-export([start/0]).

start() ->
    Values = [0, 1, -1, 0.5, 2, 100, 1.0e300, -1.0e300],
    [io:format("~w: ~0p~n", [F, [outcome(F, [V]) || V <- Values]])
     || F <- [sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, exp, log, log2, log10, sqrt, erf, erfc, ceil, floor]],
    io:format("~0p~n", [[outcome(pow, A) || A <- [[2, 10], [2, -1], [0, 0], [0, -1], [-8, 3], [-8, 0.5], [10, 400], [1.5, 2]]]]),
    io:format("~0p~n", [[outcome(atan2, A) || A <- [[0, 1], [1, 0], [-1, -1], [0, 0], [1, a]]]]),
    io:format("~0p~n", [[outcome(fmod, A) || A <- [[7, 3], [-7, 3], [7.5, -2], [1, 0], [a, 1]]]]),
    io:format("~0p~n", [[outcome(F, [a]) || F <- [sin, sqrt, log, floor]]]),
    io:format("~0p~n", [[math:pi(), outcome(sqrt, [1 bsl 200]), outcome(sqrt, [1 bsl 2000]), outcome(log2, [1 bsl 100])]]),
    ok.

outcome(Function, Arguments) ->
    try rounded(apply(math, Function, Arguments)) catch Class:Reason -> {Class, Reason} end.

rounded(F) when abs(F) < 1.0e15 -> round(F * 1.0e9) / 1.0e9;
rounded(F) -> list_to_float(float_to_list(F, [{scientific, 10}])).
