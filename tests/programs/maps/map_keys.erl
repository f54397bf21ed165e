%% Keys of every type, and numbers that are not the same key
-module(map_keys).
-export([start/0]).

start() ->
    Keys = [1, 1.0, a, "a", <<"a">>, {a}, [a], [], #{}, #{1 => 2}, 1 bsl 70, -1, 1.5, <<1:1>>],
    Map = maps:from_list([{K, N} || {K, N} <- lists:zip(Keys, lists:seq(1, length(Keys)))]),
    show(map_size(Map)),
    [show({K, map_get(K, Map)}) || K <- Keys],
    [show({K, maps:find(K, Map)}) || K <- [2, 2.0, b, "b", <<"b">>, {}, 1 bsl 71]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
