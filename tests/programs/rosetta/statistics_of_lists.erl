%% Means, medians, modes, deviations, quartiles, correlations and moving averages.
-module(statistics_of_lists).
-export([start/0]).

start() ->
    L = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5],
    show([mean(L), median(L), mode(L), range(L)]),
    show([round3(variance(L)), round3(deviation(L)), round3(geometric([1, 2, 4, 8])), round3(harmonic([1, 2, 4]))]),
    show([median(X) || X <- [[1], [1, 2], [3, 1, 2]]]),
    show([round3(X) || X <- moving(3, L)]),
    show([round3(correlation([1, 2, 3, 4], [2, 4, 6, 8])), round3(correlation([1, 2, 3, 4], [8, 6, 4, 2])), round3(correlation(L, lists:reverse(L)))]),
    {A, B} = regression([{1, 2}, {2, 3}, {3, 5}, {4, 4}]),
    show([round3(A), round3(B)]),
    show(histogram(L, 3)),
    show([percentile(P, L) || P <- [0, 25, 50, 75, 100]]),
    show(lists:sublist(lcg(42, 10), 10)),
    show(frequencies(lcg(7, 200))),
    show(running(L)),
    ok.

mean(L) -> lists:sum(L) / length(L).

median(L) -> S = lists:sort(L), N = length(S), case N rem 2 of 1 -> lists:nth(N div 2 + 1, S); 0 -> (lists:nth(N div 2, S) + lists:nth(N div 2 + 1, S)) / 2 end.

mode(L) -> F = frequencies(L), M = lists:max([N || {_, N} <- F]), [X || {X, N} <- F, N =:= M].

frequencies(L) -> lists:sort(maps:to_list(lists:foldl(fun(X, M) -> maps:update_with(X, fun(N) -> N + 1 end, 1, M) end, #{}, L))).

range(L) -> lists:max(L) - lists:min(L).

variance(L) -> M = mean(L), mean([(X - M) * (X - M) || X <- L]).

deviation(L) -> math:sqrt(variance(L)).

geometric(L) -> math:pow(lists:foldl(fun erlang:'*'/2, 1, L), 1 / length(L)).

harmonic(L) -> length(L) / lists:sum([1 / X || X <- L]).

moving(N, L) when length(L) < N -> [];
moving(N, [_ | T] = L) -> [mean(lists:sublist(L, N)) | moving(N, T)].

correlation(A, B) -> MA = mean(A), MB = mean(B), mean([(X - MA) * (Y - MB) || {X, Y} <- lists:zip(A, B)]) / (deviation(A) * deviation(B)).

regression(Ps) ->
    MX = mean([X || {X, _} <- Ps]), MY = mean([Y || {_, Y} <- Ps]),
    B = lists:sum([(X - MX) * (Y - MY) || {X, Y} <- Ps]) / lists:sum([(X - MX) * (X - MX) || {X, _} <- Ps]),
    {MY - B * MX, B}.

histogram(L, W) -> frequencies([X div W || X <- L]).

percentile(P, L) -> S = lists:sort(L), lists:nth(max(1, ceil(P * length(S) / 100)), S).

lcg(_, 0) -> [];
lcg(S, N) -> Next = (S * 1103515245 + 12345) rem (1 bsl 31), [(Next bsr 16) rem 6 + 1 | lcg(Next, N - 1)].

running(L) -> {R, _} = lists:mapfoldl(fun(X, S) -> {S + X, S + X} end, 0, L), R.

round3(X) -> round(X * 1000) / 1000.

show(Term) -> io:format("~0p~n", [Term]).
