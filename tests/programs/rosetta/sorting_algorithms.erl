%% Six ways to sort
-module(sorting_algorithms).
-export([start/0]).

start() ->
    L = [31, 4, 15, 92, 65, 35, 89, 79, 3, 23, 84, 4],
    [show({Name, F(L) =:= lists:sort(L)}) || {Name, F} <- [{bubble, fun bubble/1}, {insertion, fun insertion/1}, {selection, fun selection/1}, {merge, fun merge/1}, {quick, fun quick/1}, {counting, fun counting/1}]],
    show(merge(L)),
    ok.

bubble(L) -> case pass(L) of L -> L; Better -> bubble(Better) end.
pass([A, B | T]) when A > B -> [B | pass([A | T])];
pass([A | T]) -> [A | pass(T)];
pass([]) -> [].

insertion(L) -> lists:foldl(fun insert/2, [], L).
insert(X, [H | T]) when X > H -> [H | insert(X, T)];
insert(X, L) -> [X | L].

selection([]) -> [];
selection(L) -> M = lists:min(L), [M | selection(lists:delete(M, L))].

merge([]) -> [];
merge([X]) -> [X];
merge(L) -> {A, B} = lists:split(length(L) div 2, L), lists:merge(merge(A), merge(B)).

quick([]) -> [];
quick([P | T]) -> quick([X || X <- T, X < P]) ++ [P] ++ quick([X || X <- T, X >= P]).

counting(L) -> lists:append([[V || X <- L, X =:= V] || V <- lists:seq(lists:min(L), lists:max(L))]).

show(Term) -> io:format("~0p~n", [Term]).
