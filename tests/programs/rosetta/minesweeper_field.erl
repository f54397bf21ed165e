%% Minesweeper: neighbours counted, fields opened, and a flood of empty ones.
-module(minesweeper_field).
-export([start/0]).

start() ->
    Field = ["..*....", ".......", "*......", ".......", "....*.."],
    Mines = maps:from_list([{{X, Y}, true} || {Y, Row} <- number(Field), {X, $*} <- number(Row)]),
    Size = {7, 5},
    draw(Size, fun(P) -> case Mines of #{P := _} -> $*; #{} -> count(P, Mines) + $0 end end),
    Opened = open([{7, 1}], Mines, Size, #{}),
    io:format("~w~n", [map_size(Opened)]),
    draw(Size, fun(P) -> case Opened of #{P := 0} -> $\s; #{P := N} -> N + $0; #{} -> $# end end),
    Both = open([{1, 5}], Mines, Size, Opened),
    draw(Size, fun(P) -> case Both of #{P := 0} -> $\s; #{P := N} -> N + $0; #{} -> $# end end),
    io:format("~w~n", [7 * 5 - map_size(Both) - map_size(Mines)]),
    io:format("~w~n", [open([{3, 1}], Mines, Size, #{})]),
    ok.

number(List) -> lists:zip(lists:seq(1, length(List)), List).

neighbours({X, Y}) -> [{X + A, Y + B} || A <- [-1, 0, 1], B <- [-1, 0, 1], {A, B} =/= {0, 0}].

count(P, Mines) -> length([N || N <- neighbours(P), is_map_key(N, Mines)]).

open([], _, _, Seen) -> Seen;
open([{X, Y} = P | Rest], Mines, {W, H} = Size, Seen) when X >= 1, X =< W, Y >= 1, Y =< H, not is_map_key(P, Seen) ->
    case {is_map_key(P, Mines), count(P, Mines)} of
        {true, _} -> {boom, P};
        {false, 0} -> open(neighbours(P) ++ Rest, Mines, Size, Seen#{P => 0});
        {false, N} -> open(Rest, Mines, Size, Seen#{P => N})
    end;
open([_ | Rest], Mines, Size, Seen) -> open(Rest, Mines, Size, Seen).

draw({W, H}, Show) -> [io:format("|~s|~n", [[Show({X, Y}) || X <- lists:seq(1, W)]]) || Y <- lists:seq(1, H)].
