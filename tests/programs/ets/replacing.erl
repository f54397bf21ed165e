%% select_replace/2: objects of the same key, and what may change keys.
-module(replacing).
-export([start/0]).

start() -> [kind(K) || K <- [set, ordered_set]], bag(), ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    ets:insert(T, [{N, N} || N <- lists:seq(1, 3000)]),
    show(ets:select_replace(T, [{{'$1', '$2'}, [{'=<', '$1', 10}], [{{'$1', {'*', '$2', 10}}}]}])),
    show([ets:lookup_element(T, K, 2) || K <- [1, 10, 11, 3000]]),
    show(ets:select_replace(T, [{{5, '_'}, [], [{{5, five}}]}])),
    show(ets:lookup(T, 5)),
    show(ets:select_replace(T, [{{6, '$1'}, [], [{const, {6, six}}]}])),
    show(ets:lookup(T, 6)),
    show(ets:select_replace(T, [{{'$1', '_'}, [{'>', '$1', 2999}], [{{{element, 1, '$_'}, last, more}}]}])),
    show(ets:lookup(T, 3000)),
    show(ets:select_replace(T, [{'_', [], ['$_']}])),
    show(ets:select_replace(T, [{{none, '_'}, [], ['$_']}])),
    ets:insert(T, {{a, [b | c]}, old}),
    show(ets:select_replace(T, [{{{'$1', ['$2' | '$3']}, old}, [], [{{{{'$1', ['$2' | '$3']}}, new}}]}])),
    show(ets:lookup(T, {a, [b | c]})),
    Wrong = [[{{'$1', '$2'}, [], [{{'$2', '$1'}}]}], [{{'$1', '_'}, [], [x]}], [{{'$1', '_'}, [], [{{x, '$1'}}]}],
             [{{'$1', '$2'}, [], ['$1', '$_']}], [{'_', [], [{{1, 2}}]}], [{{'$1', '$2'}, [], [{{{'+', '$1', 0}, '$2'}}]}],
             [{{1, '$2'}, [], [{{1.0, '$2'}}]}], [{{'_', '$2'}, [], [{{'_', '$2'}}]}], a, [{a}],
             [{{'$1', '$2'}, [], ['$_']}, {{'$1', '$2', '$3'}, [], [{{'$2', '$1'}}]}]],
    [show({S, try ets:select_replace(T, S) catch error:R -> R end}) || S <- Wrong],
    show(ets:info(T, size)),
    ok.

bag() ->
    T = ets:new(t, [bag]),
    show(try ets:select_replace(T, [{'_', [], ['$_']}]) catch error:R -> R end).

show(Term) -> io:format("~0p~n", [Term]).
