%% The edit distance of words, by rows and by memory of what was seen.
-module(levenshtein).
-export([start/0]).

start() ->
    Pairs = [{"kitten", "sitting"}, {"", "abc"}, {"same", "same"}, {"flaw", "lawn"}, {"intention", "execution"}],
    erlang:display([by_rows(A, B) || {A, B} <- Pairs]),
    erlang:display([element(1, by_memory(A, B, #{})) || {A, B} <- Pairs]),
    erlang:display(common("interspersed", "intrepid")),
    ok.

by_rows(A, B) ->
    lists:last(lists:foldl(fun(C, [First | _] = Row) -> [First + 1 | row(C, B, Row, First + 1)] end,
                           lists:seq(0, length(B)), A)).

row(_, [], _, _) -> [];
row(C, [D | B], [Diagonal, Above | Row], Left) ->
    Cost = if C =:= D -> 0; true -> 1 end,
    Here = min(min(Left + 1, Above + 1), Diagonal + Cost),
    [Here | row(C, B, [Above | Row], Here)].

by_memory([], B, Seen) -> {length(B), Seen};
by_memory(A, [], Seen) -> {length(A), Seen};
by_memory([_ | As] = A, [_ | Bs] = B, Seen) ->
    case Seen of
        #{{A, B} := Known} -> {Known, Seen};
        _ when hd(A) =:= hd(B) -> by_memory(As, Bs, Seen);
        _ ->
            {X, Seen1} = by_memory(As, B, Seen),
            {Y, Seen2} = by_memory(A, Bs, Seen1),
            {Z, Seen3} = by_memory(As, Bs, Seen2),
            Best = 1 + lists:min([X, Y, Z]),
            {Best, Seen3#{{A, B} => Best}}
    end.

common([], _) -> [];
common(_, []) -> [];
common([X | Xs], [X | Ys]) -> [X | common(Xs, Ys)];
common([_ | Xs] = A, [_ | Ys] = B) when length(A) + length(B) < 14 ->
    One = common(Xs, B),
    Two = common(A, Ys),
    if length(One) >= length(Two) -> One; true -> Two end;
common([_ | Xs], Ys) -> common(Xs, Ys).
