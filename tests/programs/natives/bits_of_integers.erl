%% band, bor, bxor, bnot and shifts against their definitions, small, long.
-module(bits_of_integers).
-export([start/0]).

start() ->
    V = [0, 1, -1, 5, -6, 16#FF, 1 bsl 59, -(1 bsl 59), 1 bsl 64, (1 bsl 64) - 1, -(1 bsl 64), -(1 bsl 64) - 1, 12345678901234567890123],
    io:format("~w~n", [[A band B || A <- V, B <- V]]),
    io:format("~w~n", [[A bor B || A <- V, B <- V]]),
    io:format("~w~n", [[A bxor B || A <- V, B <- V]]),
    io:format("~w~n", [[bnot A || A <- V]]),
    io:format("~w~n", [[A bsl S || A <- V, S <- [0, 1, 7, 64]]]),
    io:format("~w~n", [[A bsr S || A <- V, S <- [0, 1, 7, 63, 64, 100]]]),
    io:format("~w~n", [lists:all(fun({A, B}) -> (A band B) + (A bor B) =:= A + B andalso (A bxor B) =:= (A bor B) - (A band B) andalso bnot (A band B) =:= (bnot A) bor (bnot B) end, [{A, B} || A <- V, B <- V])]),
    io:format("~w~n", [lists:all(fun(A) -> (A bsl 13) bsr 13 =:= A andalso A bsl 5 =:= A * 32 andalso bnot A =:= -A - 1 end, V)]),
    ok.
