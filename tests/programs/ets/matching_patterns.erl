%% match/2 and match_object/2: numbered variables, repeated ones, maps.
-module(matching_patterns).
-export([start/0]).

start() -> [kind(K) || K <- [set, ordered_set]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    ets:insert(T, [{1, a, a}, {2, a, b}, {3, [x, y], #{k => 1}}, {4, {n, 5}, <<"bin">>}, {5, 1.0, 1}, {six}, {{7, 7}, z, 8}]),
    Patterns = ['$1', '_', {'$1', '$2', '$3'}, {'$3', '$1', '$2'}, {'_', '$1', '$1'}, {'$1', a, '_'}, {'$9', '_', '$0'},
                {'_', ['$1' | '$2'], '_'}, {'_', '_', #{k => '$1'}}, {'_', '_', #{}}, {4, {n, '$1'}, '$2'}, {4.0, '_', '_'},
                {5, 1, '_'}, {5, 1.0, '_'}, {{'$1', '$1'}, '_', '$2'}, {'$1'}, {}, a, {six}, {'$01', '_', '_'}, {'_', '_', <<"bin">>},
                {{'$1', '_'}, '_', '_'}, '$2'],
    [show({P, lists:sort(ets:match(T, P)), lists:sort(ets:match_object(T, P))}) || P <- Patterns],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
