%% Noughts and crosses played out by looking at every game, which ends in a draw.
-module(tic_tac_toe).
-export([start/0]).

start() ->
    Board = "         ",
    show(play(Board, $X)),
    show([value(B, P) || {B, P} <- [{"XX OO    ", $X}, {"XX OO    ", $O}, {"XOXOXO   ", $O}, {"XO  X   O", $X}, {"XOXXOOOXX", $O}]]),
    show([winner(B) || B <- ["XXX      ", "O  O  O  ", "X   X   X", "  O O O  ", "XOXXOOOXX"]]),
    {Count, _} = count("XO  X   O", $X),
    show(Count),
    show([length(moves(B)) || B <- [Board, "XOXXOOOXX", "X        "]]),
    ok.

lines() -> [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 4, 7], [2, 5, 8], [3, 6, 9], [1, 5, 9], [3, 5, 7]].

winner(B) ->
    case [P || [I, J, K] <- lines(), P <- [lists:nth(I, B)], P =/= $\s, lists:nth(J, B) =:= P, lists:nth(K, B) =:= P] of
        [P | _] -> [P];
        [] -> case lists:member($\s, B) of true -> none; false -> draw end
    end.

moves(B) -> [I || {I, $\s} <- lists:zip(lists:seq(1, 9), B)].

put_at(B, I, P) -> {L, [_ | R]} = lists:split(I - 1, B), L ++ [P | R].

other($X) -> $O;
other($O) -> $X.

value(B, P) ->
    case winner(B) of
        draw -> 0;
        [P] -> 1;
        [_] -> -1;
        none -> lists:max([-value(put_at(B, I, P), other(P)) || I <- moves(B)])
    end.

play(B, P) -> play(put_at(put_at(B, 5, P), 1, other(P)), P, [B]).

play(B, P, Seen) ->
    case winner(B) of
        none ->
            {_, I} = lists:max([{-value(put_at(B, I, P), other(P)), -I} || I <- moves(B)]),
            play(put_at(B, -I, P), other(P), [B | Seen]);
        Result -> {Result, length(Seen), B}
    end.

count(B, P) ->
    case winner(B) of
        none -> lists:foldl(fun(I, {N, M}) -> {A, C} = count(put_at(B, I, P), other(P)), {N + A, M + C} end, {0, 1}, moves(B));
        _ -> {1, 1}
    end.

show(Term) -> io:format("~0p~n", [Term]).
