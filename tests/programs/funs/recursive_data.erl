%% Folds, maps and zippers over trees by funs that call themselves.
-module(recursive_data).
-export([start/0]).

start() ->
    Tree = build([5, 2, 8, 1, 9, 3]),
    erlang:display(Tree),
    erlang:display(fold(fun(L, X, R) -> L + X + R end, 0, Tree)),
    erlang:display(fold(fun(L, X, R) -> L ++ [X] ++ R end, [], Tree)),
    erlang:display(fold(fun(L, _, R) -> 1 + max(L, R) end, 0, Tree)),
    erlang:display(map(fun(X) -> {X} end, Tree)),
    Walk = fun Walk(nil, Acc) -> Acc; Walk({L, X, R}, Acc) -> Walk(L, [X | Walk(R, Acc)]) end,
    erlang:display(Walk(Tree, [])),
    Fix = fun(Step) -> fun Loop(X) -> case Step(X) of X -> X; Y -> Loop(Y) end end end,
    erlang:display((Fix(fun(X) -> (X + 100 div X) div 2 end))(77)),
    Memo = fun Memo(N, Seen) when is_map_key(N, Seen) -> {map_get(N, Seen), Seen};
               Memo(N, Seen) ->
                   {A, Seen1} = Memo(N - 1, Seen),
                   {B, Seen2} = Memo(N - 2, Seen1),
                   {A + B, Seen2#{N => A + B}}
           end,
    erlang:display(element(1, Memo(100, #{0 => 0, 1 => 1}))),
    ok.

build(List) -> lists:foldl(fun insert/2, nil, List).

insert(X, nil) -> {nil, X, nil};
insert(X, {L, Y, R}) when X < Y -> {insert(X, L), Y, R};
insert(X, {L, Y, R}) -> {L, Y, insert(X, R)}.

fold(_, Zero, nil) -> Zero;
fold(F, Zero, {L, X, R}) -> F(fold(F, Zero, L), X, fold(F, Zero, R)).

map(_, nil) -> nil;
map(F, {L, X, R}) -> {map(F, L), F(X), map(F, R)}.
