%% Conway's game of life on a set of living cells: glider, blinker, R-pentomino.
-module(game_of_life).
-export([start/0]).

start() ->
    Blinker = [{0, 1}, {1, 1}, {2, 1}],
    erlang:display(run(Blinker, 1)),
    erlang:display(run(Blinker, 2) =:= Blinker),
    Glider = [{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}],
    [erlang:display(Row) || Row <- picture(run(Glider, 4), 6)],
    Pentomino = [{1, 0}, {2, 0}, {0, 1}, {1, 1}, {1, 2}],
    erlang:display([length(run(Pentomino, N)) || N <- [0, 1, 2, 5, 10, 15]]),
    ok.

run(Cells, 0) -> lists:sort(Cells);
run(Cells, N) -> run(next(Cells), N - 1).

next(Cells) ->
    Living = maps:from_list([{Cell, true} || Cell <- Cells]),
    Counts = lists:foldl(fun(Cell, Map) ->
        maps:update_with(Cell, fun(Count) -> Count + 1 end, 1, Map)
    end, #{}, [{X + DX, Y + DY} || {X, Y} <- Cells, DX <- [-1, 0, 1], DY <- [-1, 0, 1], {DX, DY} =/= {0, 0}]),
    [Cell || {Cell, Count} <- maps:to_list(Counts), Count =:= 3 orelse Count =:= 2 andalso is_map_key(Cell, Living)].

picture(Cells, Size) ->
    [[case lists:member({X, Y}, Cells) of true -> $#; false -> $. end || X <- lists:seq(0, Size - 1)]
     || Y <- lists:seq(0, Size - 1)].
