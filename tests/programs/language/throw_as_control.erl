%% throw used to leave loops, folds and searches early, with values of all kinds.
-module(throw_as_control).
-export([start/0]).

start() ->
    show([first(fun(X) -> X > N end, lists:seq(1, 100)) || N <- [0, 50, 100]]),
    show([product([1, 2, 3]), product([1, 0, 3]), product([])]),
    show(depth_search({node, 1, [{node, 2, [{node, 7, []}]}, {node, 3, []}]}, 7)),
    show(depth_search({node, 1, []}, 9)),
    show([catch lists:foldl(fun(X, S) when S + X > 10 -> throw({limit, X}); (X, S) -> S + X end, 0, L) || L <- [[1, 2, 3], [5, 5, 5]]]),
    show([catch throw(X) || X <- [a, 1, {b}, [], fun lists:map/2, self() =:= 1]]),
    show(nested(3)),
    show(resumable([1, 2, x, 4])),
    show(try lists:foreach(fun(X) -> X =:= 3 andalso throw({found, X}) end, [1, 2, 3, 4]) of Done -> Done catch {found, X} -> X end),
    show(try maps:foreach(fun(_, V) -> V =:= b andalso throw(V) end, #{1 => a, 2 => b}) catch V -> V end),
    show(loop(0)),
    ok.

first(P, L) -> try [case P(X) of true -> throw(X); false -> X end || X <- L], none catch throw:X -> {found, X} end.

product(L) -> try lists:foldl(fun(0, _) -> throw(zero); (X, P) -> X * P end, 1, L) catch zero -> 0 end.

depth_search(Tree, Wanted) -> try search(Tree, Wanted, []), not_found catch throw:{path, P} -> lists:reverse(P) end.

search({node, V, Children}, Wanted, Path) ->
    case V of Wanted -> throw({path, [V | Path]}); _ -> [search(C, Wanted, [V | Path]) || C <- Children] end.

nested(0) -> throw(bottom);
nested(N) -> try nested(N - 1) catch throw:bottom when N > 2 -> {caught_at, N}; throw:T -> throw(T) end.

resumable(L) -> [try X + 1 catch error:badarith -> {bad, X} end || X <- L].

loop(N) -> try if N =:= 10 -> throw({done, N}); true -> next end of next -> loop(N + 1) catch throw:{done, M} -> M end.

show(Term) -> io:format("~0p~n", [Term]).
