%% Magic squares of odd orders and of multiples of four, with all their sums.
-module(magic_squares).
-export([start/0]).

start() ->
    [begin
        S = square(N),
        [io:format("~s~n", [[io_lib:format("~4w", [X]) || X <- Row]]) || Row <- S],
        io:format("~w ~w~n", [sums(S), lists:sort(lists:append(S)) =:= lists:seq(1, N * N)])
     end || N <- [1, 3, 4, 5, 7, 8]],
    io:format("~w~n", [sums([[1, 2], [3, 4]])]),
    ok.

square(N) when N rem 2 =:= 1 ->
    [[N * ((I + J - 1 + N div 2) rem N) + ((I + 2 * J - 2) rem N) + 1 || J <- lists:seq(1, N)] || I <- lists:seq(1, N)];
square(N) when N rem 4 =:= 0 ->
    [[begin
        V = I * N + J + 1,
        case (I rem 4 =:= J rem 4) orelse (I rem 4 + J rem 4 =:= 3) of true -> N * N + 1 - V; false -> V end
      end || J <- lists:seq(0, N - 1)] || I <- lists:seq(0, N - 1)].

sums(S) ->
    N = length(S),
    Rows = [lists:sum(R) || R <- S],
    Columns = [lists:sum([lists:nth(I, R) || R <- S]) || I <- lists:seq(1, N)],
    Diagonals = [lists:sum([lists:nth(I, lists:nth(I, S)) || I <- lists:seq(1, N)]), lists:sum([lists:nth(N + 1 - I, lists:nth(I, S)) || I <- lists:seq(1, N)])],
    lists:usort(Rows ++ Columns ++ Diagonals).
