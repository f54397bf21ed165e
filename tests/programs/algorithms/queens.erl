%% All placements of n queens that do not attack one another.
-module(queens).
-export([start/0]).

start() ->
    [erlang:display({N, length(queens(N))}) || N <- [1, 2, 3, 4, 5, 6]],
    erlang:display(hd(queens(6))),
    erlang:display(queens(4)),
    ok.

queens(N) -> place(N, N).

place(0, _) -> [[]];
place(Row, N) ->
    [[Column | Board] || Board <- place(Row - 1, N), Column <- lists:seq(1, N), safe(Column, Board, 1)].

safe(_, [], _) -> true;
safe(Column, [Other | Board], Distance) ->
    Column =/= Other andalso abs(Column - Other) =/= Distance andalso safe(Column, Board, Distance + 1).
