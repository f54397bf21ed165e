%% Words counted by mappers and reducers in processes.
-module(map_reduce_words).
-export([start/0]).

start() ->
    Texts = ["the cat sat on the mat", "the dog sat on the cat", "a cat and a dog", "", "mat mat mat"],
    io:format("~0p~n", [lists:sort(map_reduce(fun(T) -> [{W, 1} || W <- string:lexemes(T, " ")] end, fun(_, Ns) -> lists:sum(Ns) end, Texts))]),
    io:format("~0p~n", [lists:sort(map_reduce(fun(T) -> [{length(W), W} || W <- string:lexemes(T, " ")] end, fun(_, Ws) -> lists:usort(Ws) end, Texts))]),
    io:format("~0p~n", [lists:sort(map_reduce(fun(N) -> [{N rem 3, N}] end, fun(_, Ns) -> {length(Ns), lists:max(Ns)} end, lists:seq(1, 50)))]),
    io:format("~0p~n", [map_reduce(fun(_) -> [] end, fun(_, _) -> never end, [1, 2, 3])]),
    ok.

map_reduce(Map, Reduce, Inputs) ->
    Pairs = lists:append(parallel(Map, Inputs)),
    Groups = maps:to_list(maps:groups_from_list(fun({K, _}) -> K end, fun({_, V}) -> V end, Pairs)),
    parallel(fun({K, Vs}) -> {K, Reduce(K, Vs)} end, Groups).

parallel(F, Items) ->
    Self = self(),
    Refs = [begin R = make_ref(), spawn_link(fun() -> Self ! {R, F(I)} end), R end || I <- Items],
    [receive {R, V} -> V end || R <- Refs].
