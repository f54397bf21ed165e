%% Natives called by the names of operators, through apply, funs and variables.
-module(aliases_of_natives).
-export([start/0]).

start() ->
    Pairs = [{'+', [1, 2]}, {'-', [5, 3]}, {'*', [2, 3]}, {'/', [6, 3]}, {'div', [7, 2]}, {'rem', [7, 2]}, {'band', [6, 3]}, {'bor', [6, 3]}, {'bxor', [6, 3]}, {'bsl', [1, 4]}, {'bsr', [16, 2]}, {'++', [[1], [2]]}, {'--', [[1, 2], [1]]}, {'==', [1, 1.0]}, {'=:=', [1, 1.0]}, {'<', [1, 2]}, {'and', [true, false]}, {'or', [true, false]}, {'xor', [true, true]}, {'-', [3]}, {'+', [3]}, {'bnot', [5]}, {'not', [true]}, {'!', [self(), m]}],
    [io:format("~w ~w~n", [F, plain(same(F, A))]) || {F, A} <- Pairs],
    io:format("~w~n", [receive m -> length([x || _ <- [1]]) end]),
    io:format("~w~n", [[try apply(erlang, F, A) catch error:R -> R end || {F, A} <- [{'+', [a, 1]}, {'++', [a, b]}, {'not', [1]}, {'div', [1, 0]}, {'!', [nobody_here, x]}, {'and', [1, true]}, {'+', [1, 2, 3]}]]]),
    ok.

plain({P, true}) when is_pid(P) -> pid;
plain(X) -> X.

same(F, A) ->
    M = hd([erlang]),
    R1 = apply(M, F, A),
    N = length(A),
    R2 = apply(fun M:F/N, A),
    R3 = case A of [X] -> M:F(X); [X, Y] -> M:F(X, Y) end,
    {R1, R1 =:= R2 andalso R2 =:= R3}.
