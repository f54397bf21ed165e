%% div, rem and / for all signs, with long integers, against each other.
-module(division_rules).
-export([start/0]).

start() ->
    V = [1, -1, 2, -3, 7, -10, 1 bsl 60, -(1 bsl 60), 1 bsl 100, -(1 bsl 100) - 1, 10000000000000000000000],
    io:format("~w~n", [[{A div B, A rem B} || A <- V, B <- V]]),
    io:format("~w~n", [lists:all(fun({A, B}) -> (A div B) * B + A rem B =:= A andalso abs(A rem B) < abs(B) end, [{A, B} || A <- [0 | V], B <- V])]),
    io:format("~w~n", [[A / B || A <- [0, 1, -7, 1 bsl 100], B <- [1, -2, 3.0, 1 bsl 99]]]),
    io:format("~w~n", [[try F(A) catch error:R -> R end || F <- [fun(X) -> X div 0 end, fun(X) -> X rem 0 end, fun(X) -> X / 0 end, fun(X) -> X div 2.0 end, fun(X) -> 1.0 rem X end], A <- [1, 1 bsl 100]]]),
    io:format("~w~n", [[trunc(A / 7) =:= A div 7 || A <- lists:seq(-30, 30)]]),
    io:format("~w~n", [[floor(A / 4) || A <- lists:seq(-9, 9)]]),
    io:format("~w~n", [[ceil(A / 4) || A <- lists:seq(-9, 9)]]),
    io:format("~w~n", [[round(A / 4) || A <- lists:seq(-9, 9)]]),
    ok.
