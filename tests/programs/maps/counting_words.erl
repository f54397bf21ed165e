%% Counting with a map
-module(counting_words).
-export([start/0]).

start() ->
    Words = string:lexemes("the cat the dog a cat the end", " "),
    Counts = lists:foldl(fun(W, M) -> M#{W => maps:get(W, M, 0) + 1} end, #{}, Words),
    [io:format("~s ~b~n", [W, N]) || {W, N} <- lists:sort(maps:to_list(Counts))],
    ok.
