%% Lists permuted, sampled, dealt and weighted by numbers from a seed of one's own.
-module(shuffles_and_samples).
-export([start/0]).

start() ->
    L = lists:seq(1, 20),
    {S1, R1} = shuffle(L, 42),
    {S2, _} = shuffle(L, 42),
    show([S1 =:= S2, lists:sort(S1) =:= L, S1]),
    {Sample, R2} = sample(5, L, R1),
    show([length(Sample), Sample -- L]),
    {Rolls, _} = lists:mapfoldl(fun(_, R) -> {N, R3} = uniform(6, R), {N, R3} end, R2, lists:seq(1, 600)),
    Counts = [length([X || X <- Rolls, X =:= F]) || F <- lists:seq(1, 6)],
    show([lists:sum(Counts), lists:min(Counts) > 60, lists:max(Counts) < 140]),
    {Weighted, _} = lists:mapfoldl(fun(_, R) -> weighted([{a, 1}, {b, 3}, {c, 6}], R) end, 7, lists:seq(1, 1000)),
    show([length([X || X <- Weighted, X =:= W]) || W <- [a, b, c]]),
    show(deal(3, S1)),
    ok.

next(S) -> (S * 6364136223846793005 + 1442695040888963407) band 16#FFFFFFFFFFFFFFFF.

uniform(N, S) -> T = next(S), {(T bsr 33) rem N + 1, T}.

shuffle([], S) -> {[], S};
shuffle(L, S) ->
    {I, S1} = uniform(length(L), S),
    {A, [X | B]} = lists:split(I - 1, L),
    {Rest, S2} = shuffle(A ++ B, S1),
    {[X | Rest], S2}.

sample(N, L, S) -> {P, S1} = shuffle(L, S), {lists:sublist(P, N), S1}.

weighted(Ws, S) -> {N, S1} = uniform(lists:sum([W || {_, W} <- Ws]), S), {pick(N, Ws), S1}.

pick(N, [{X, W} | _]) when N =< W -> X;
pick(N, [{_, W} | Ws]) -> pick(N - W, Ws).

deal(N, L) -> [[X || {I, X} <- lists:zip(lists:seq(1, length(L)), L), I rem N =:= K] || K <- lists:seq(0, N - 1)].

show(Term) -> io:format("~0p~n", [Term]).
