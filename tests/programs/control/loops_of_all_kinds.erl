%% Loops by recursion, folds, comprehensions, receives.
-module(loops_of_all_kinds).
-export([start/0]).

start() ->
    N = 1000,
    Sums = [lists:sum(lists:seq(1, N)), up(1, N, 0), down(N, 0), body(N), lists:foldl(fun erlang:'+'/2, 0, lists:seq(1, N)), lists:foldr(fun erlang:'+'/2, 0, lists:seq(1, N)), receives(N), (fun F(0) -> 0; F(K) -> K + F(K - 1) end)(N),
            lists:sum([X || X <- lists:seq(1, N)]), bits(<< <<X:16>> || X <- lists:seq(1, N) >>, 0), maps:fold(fun(_, V, S) -> V + S end, 0, maps:from_list([{X, X} || X <- lists:seq(1, N)])), while(fun({I, _}) -> I =< N end, fun({I, S}) -> {I + 1, S + I} end, {1, 0}), tries(N, 0), mutual_a(N, 0), N * (N + 1) div 2, processes(10, N)],
    io:format("~w~n", [lists:usort(Sums)]),
    io:format("~w~n", [length(Sums)]),
    io:format("~w~n", [[collatz(K, 0) || K <- [1, 6, 7, 27]]]),
    io:format("~w~n", [nested(4)]),
    ok.

up(I, N, S) when I > N -> S;
up(I, N, S) -> up(I + 1, N, S + I).

down(0, S) -> S;
down(N, S) -> down(N - 1, S + N).

body(0) -> 0;
body(N) -> N + body(N - 1).

receives(N) -> [self() ! {n, I} || I <- lists:seq(1, N)], gather(0).

gather(S) -> receive {n, I} -> gather(S + I) after 0 -> S end.

bits(<<X:16, R/binary>>, S) -> bits(R, S + X);
bits(<<>>, S) -> S.

while(P, F, X) -> case P(X) of true -> while(P, F, F(X)); false -> element(2, X) end.

tries(0, S) -> S;
tries(N, S) -> try throw(N) catch M -> tries(M - 1, S + M) end.

mutual_a(0, S) -> S;
mutual_a(N, S) -> mutual_b(N - 1, S + N).

mutual_b(0, S) -> S;
mutual_b(N, S) -> mutual_a(N - 1, S + N).

processes(P, N) ->
    Self = self(),
    [spawn(fun() -> Self ! {part, lists:sum([X || X <- lists:seq(1, N), X rem P =:= K])} end) || K <- lists:seq(0, P - 1)],
    lists:sum([receive {part, S} -> S end || _ <- lists:seq(1, P)]).

collatz(1, S) -> S;
collatz(N, S) when N rem 2 =:= 0 -> collatz(N div 2, S + 1);
collatz(N, S) -> collatz(3 * N + 1, S + 1).

nested(N) -> [[[I * J * K || K <- lists:seq(J, N), (I + J + K) rem 2 =:= 0] || J <- lists:seq(I, N)] || I <- lists:seq(1, N)].
