%% Keys of maps and dictionaries that are deep, wide, equal and almost equal.
-module(deep_and_wide_keys).
-export([start/0]).

start() ->
    Deep = lists:foldl(fun(N, T) -> {N, [T]} end, end_of, lists:seq(1, 200)),
    Wide = list_to_tuple(lists:seq(1, 500)),
    Keys = [Deep, {Deep}, Wide, [Wide], #{Deep => Wide}, <<0:4000>>, <<0:4001>>, lists:duplicate(300, a), lists:duplicate(301, a), 1 bsl 500, -(1 bsl 500), (1 bsl 500) + 1, 1.0, 1, {1}, {1.0}, [1], [1.0], "1", <<"1">>, '1'],
    M = maps:from_list(lists:zip(Keys, lists:seq(1, length(Keys)))),
    show(map_size(M)),
    show([maps:get(K, M) || K <- Keys]),
    show([maps:get(binary_to_term(term_to_binary(K)), M) || K <- Keys]),
    show(map_size(maps:from_list([{erlang:phash2(K), x} || K <- Keys])) > 18),
    [put(K, N) || {K, N} <- lists:zip(Keys, lists:seq(1, length(Keys)))],
    show([get(K) || K <- Keys]),
    show([erase(K) || K <- lists:reverse(Keys)] =:= lists:seq(length(Keys), 1, -1)),
    show(length(lists:usort(Keys))),
    show([maps:is_key(K, M) || K <- [{2, [{1, [end_of]}]}, setelement(500, Wide, x), <<1:4000>>, (1 bsl 500) - 1, 2.0]]),
    show(lists:sort(maps:values(maps:without([Deep, Wide, 1], M))) =:= lists:seq(1, 21) -- [1, 3, 14]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
