%% An editor of text with a cursor, undone and redone, whose steps are data.
-module(undo_and_redo).
-export([start/0]).

start() ->
    Steps = [{insert, "hello"}, {insert, " world"}, {move, -5}, {insert, "big "}, undo, undo, redo, {delete, 3}, {move, 100}, {insert, "!"}, undo, undo, undo, undo, undo, undo, undo, redo, redo],
    {States, _} = lists:mapfoldl(fun(S, E) -> New = step(S, E), {show_of(New), New} end, {{"", ""}, [], []}, Steps),
    [io:format("~-20s ~s~n", [lists:flatten(io_lib:format("~0p", [S])), T]) || {S, T} <- lists:zip(Steps, States)],
    ok.

step(undo, {Now, [Before | Undo], Redo}) -> {Before, Undo, [Now | Redo]};
step(redo, {Now, Undo, [After | Redo]}) -> {After, [Now | Undo], Redo};
step(S, E) when S =:= undo; S =:= redo -> E;
step(S, {Now, Undo, _}) -> {edit(S, Now), [Now | Undo], []}.

edit({insert, Text}, {Left, Right}) -> {lists:reverse(Text) ++ Left, Right};
edit({delete, N}, {Left, Right}) -> {lists:nthtail(min(N, length(Left)), Left), Right};
edit({move, N}, {[C | Left], Right}) when N < 0 -> edit({move, N + 1}, {Left, [C | Right]});
edit({move, N}, {Left, [C | Right]}) when N > 0 -> edit({move, N - 1}, {[C | Left], Right});
edit({move, _}, Text) -> Text.

show_of({{Left, Right}, U, R}) -> [lists:reverse(Left), "|", Right, io_lib:format(" (~w ~w)", [length(U), length(R)])].
