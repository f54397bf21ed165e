%% Words of the same letters
-module(anagrams).
-export([start/0]).

start() ->
    Words = ["enlist", "google", "inlets", "banana", "listen", "silent", "tinsel", "elgoog", "abc"],
    Groups = lists:foldl(fun(W, M) -> maps:update_with(lists:sort(W), fun(L) -> L ++ [W] end, [W], M) end, #{}, Words),
    [show(G) || {_, G} <- lists:sort(maps:to_list(Groups)), length(G) > 1],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
