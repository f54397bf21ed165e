%% Heap, shell, comb, cocktail, strand, counting, radix.
-module(more_sorting).
-export([start/0]).

start() ->
    Inputs = [[], [1], [2, 1], [(N * 7919) rem 101 || N <- lists:seq(1, 60)], lists:seq(1, 20), lists:seq(20, 1, -1), lists:duplicate(10, 5)],
    Sorts = [{heap, fun heap/1}, {gnome, fun gnome/1}, {strand, fun strand/1}, {counting, fun counting/1}, {radix, fun radix/1}, {pancake, fun pancake/1}, {tree, fun tree/1}, {bubble, fun bubble/1}, {odd_even, fun odd_even/1}],
    [io:format("~w ~w~n", [Name, [S(L) =:= lists:sort(L) || L <- Inputs]]) || {Name, S} <- Sorts],
    io:format("~w~n", [heap(lists:nth(4, Inputs))]),
    ok.

heap(L) -> drain(lists:foldl(fun(X, H) -> merge({X, nil, nil}, H) end, nil, L)).

merge(nil, B) -> B;
merge(A, nil) -> A;
merge({X, L, R}, {Y, _, _} = B) when X =< Y -> {X, merge(R, B), L};
merge(A, B) -> merge(B, A).

drain(nil) -> [];
drain({X, L, R}) -> [X | drain(merge(L, R))].

gnome([]) -> [];
gnome([H | T]) -> gnome([H], T).

gnome(Left, []) -> lists:reverse(Left);
gnome([A | Left], [B | Right]) when A > B -> gnome_back(Left, [B, A | Right]);
gnome(Left, [B | Right]) -> gnome([B | Left], Right).

gnome_back([], [B | Right]) -> gnome([B], Right);
gnome_back(Left, Right) -> gnome(Left, Right).

strand([]) -> [];
strand([H | T]) ->
    {S, Rest} = lists:foldl(fun(X, {[Y | _] = S, R}) when X >= Y -> {[X | S], R}; (X, {S, R}) -> {S, [X | R]} end, {[H], []}, T),
    lists:merge(lists:reverse(S), strand(lists:reverse(Rest))).

counting([]) -> [];
counting(L) ->
    C = lists:foldl(fun(X, M) -> maps:update_with(X, fun(N) -> N + 1 end, 1, M) end, #{}, L),
    lists:append([lists:duplicate(maps:get(X, C, 0), X) || X <- lists:seq(lists:min(L), lists:max(L))]).

radix(L) -> lists:foldl(fun(B, Acc) -> {Ones, Zeros} = lists:partition(fun(X) -> X band (1 bsl B) =/= 0 end, Acc), Zeros ++ Ones end, L, lists:seq(0, 9)).

pancake(L) -> pancake(L, length(L)).

pancake(L, 0) -> L;
pancake(L, N) ->
    {Front, Back} = lists:split(N, L),
    {Low, [Max | High]} = lists:splitwith(fun(X) -> X =/= lists:max(Front) end, Front),
    pancake(lists:reverse(lists:reverse(Low ++ [Max]) ++ High) ++ Back, N - 1).

tree(L) -> walk(lists:foldl(fun insert/2, nil, L)).

insert(X, nil) -> {nil, X, nil};
insert(X, {L, Y, R}) when X < Y -> {insert(X, L), Y, R};
insert(X, {L, Y, R}) -> {L, Y, insert(X, R)}.

walk(nil) -> [];
walk({L, X, R}) -> walk(L) ++ [X | walk(R)].

bubble(L) -> case pass(L) of L -> L; M -> bubble(M) end.

pass([A, B | T]) when A > B -> [B | pass([A | T])];
pass([A | T]) -> [A | pass(T)];
pass([]) -> [].

odd_even(L) -> lists:foldl(fun(I, Acc) -> swap(Acc, I rem 2) end, L, lists:seq(1, length(L) + 1)).

swap([A | T], 1) -> [A | swap(T, 0)];
swap([A, B | T], 0) -> [min(A, B), max(A, B) | swap(T, 0)];
swap(L, _) -> L.
