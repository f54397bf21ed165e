%% Mazes searched in breadth and depth, flood fills, islands and shortest ways.
-module(mazes_and_floods).
-export([start/0]).

start() ->
    Maze = ["#########", "#S..#...#", "#.#.#.#.#", "#.#...#.#", "#.#####.#", "#......E#", "#########"],
    Grid = grid(Maze),
    [Start] = [P || {P, $S} <- maps:to_list(Grid)],
    [End] = [P || {P, $E} <- maps:to_list(Grid)],
    Path = bfs([[Start]], End, Grid, #{Start => true}),
    show({length(Path) - 1, lists:last(Path) =:= Start}),
    draw(Maze, Path),
    show(length(dfs(Start, End, Grid, []))),
    show(islands(["##..#", "#..##", "..#..", "##..#"])),
    show(lists:sort(flood({1, 1}, grid(["aab", "abb", "aaa"]), $a))),
    show([distance(P, End, Grid) || P <- [{2, 2}, {8, 2}, {1, 1}]]),
    ok.

grid(Rows) -> maps:from_list([{{X, Y}, C} || {Y, Row} <- number(Rows), {X, C} <- number(Row)]).

number(L) -> lists:zip(lists:seq(1, length(L)), L).

near({X, Y}) -> [{X + 1, Y}, {X, Y + 1}, {X - 1, Y}, {X, Y - 1}].

open(P, Grid) -> lists:member(maps:get(P, Grid, $#), ".SE").

bfs([], _, _, _) -> [];
bfs([[End | _] = Path | _], End, _, _) -> Path;
bfs([[P | _] = Path | Queue], End, Grid, Seen) ->
    New = [N || N <- near(P), open(N, Grid), not is_map_key(N, Seen)],
    bfs(Queue ++ [[N | Path] || N <- New], End, Grid, lists:foldl(fun(N, S) -> S#{N => true} end, Seen, New)).

dfs(End, End, _, Path) -> [End | Path];
dfs(P, End, Grid, Path) ->
    lists:foldl(fun(N, []) -> case open(N, Grid) andalso not lists:member(N, [P | Path]) of true -> dfs(N, End, Grid, [P | Path]); false -> [] end; (_, Found) -> Found end, [], near(P)).

draw(Maze, Path) -> [io:format("~s~n", [[case lists:member({X, Y}, Path) andalso C =:= $. of true -> $o; false -> C end || {X, C} <- number(Row)]]) || {Y, Row} <- number(Maze)].

flood(P, Grid, C) -> flood([P], Grid, C, []).

flood([], _, _, Done) -> Done;
flood([P | Rest], Grid, C, Done) ->
    case maps:get(P, Grid, none) =:= C andalso not lists:member(P, Done) of
        true -> flood(near(P) ++ Rest, Grid, C, [P | Done]);
        false -> flood(Rest, Grid, C, Done)
    end.

islands(Rows) -> islands(lists:sort([P || {P, $#} <- maps:to_list(grid(Rows))]), grid(Rows)).

islands([], _) -> [];
islands([P | Rest], Grid) -> I = flood(P, Grid, $#), [length(I) | islands(Rest -- I, Grid)].

distance(From, To, Grid) -> case open(From, Grid) of true -> length(bfs([[From]], To, Grid, #{From => true})) - 1; false -> wall end.

show(Term) -> io:format("~0p~n", [Term]).
