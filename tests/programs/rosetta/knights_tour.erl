%% A knight on a small board visits every square
-module(knights_tour).
-export([start/0]).

start() ->
    Tour = tour(5, {1, 1}),
    show(length(Tour)),
    show(lists:usort(Tour) =:= [{X, Y} || X <- lists:seq(1, 5), Y <- lists:seq(1, 5)]),
    show(lists:all(fun({{A, B}, {C, D}}) -> lists:sort([abs(A - C), abs(B - D)]) =:= [1, 2] end, lists:zip(lists:droplast(Tour), tl(Tour)))),
    ok.

tour(N, Start) -> lists:reverse(visit(N, [Start])).

visit(N, Seen) when length(Seen) =:= N * N -> Seen;
visit(N, [At | _] = Seen) ->
    Next = lists:sort([{length(moves(N, M, [M | Seen])), M} || M <- moves(N, At, Seen)]),
    try_each(N, [M || {_, M} <- Next], Seen).

try_each(_, [], _) -> none;
try_each(N, [M | Rest], Seen) -> case visit(N, [M | Seen]) of none -> try_each(N, Rest, Seen); Tour -> Tour end.

moves(N, {X, Y}, Seen) ->
    [{A, B} || {DX, DY} <- [{1, 2}, {2, 1}, {-1, 2}, {-2, 1}, {1, -2}, {2, -1}, {-1, -2}, {-2, -1}], A <- [X + DX], B <- [Y + DY], A >= 1, A =< N, B >= 1, B =< N, not lists:member({A, B}, Seen)].

show(Term) -> io:format("~0p~n", [Term]).
