%% maps: every function once more, with what is no map and keys that are not there.
-module(maps_every_function).
-export([start/0]).

start() ->
    M = #{1 => a, 2 => b, 3 => c},
    Sort = fun(X) -> lists:sort(maps:to_list(X)) end,
    show([maps:get(1, M), maps:get(9, M, none), maps:find(2, M), maps:find(9, M), maps:is_key(3, M), maps:size(M)]),
    show([Sort(maps:put(4, d, M)), Sort(maps:remove(1, M)), Sort(maps:remove(9, M)), Sort(maps:update(1, z, M)), maps:take(1, #{1 => a}), maps:take(9, M)]),
    show([Sort(maps:merge(M, #{3 => x, 4 => y})), Sort(maps:merge_with(fun(K, V, W) -> {K, V, W} end, M, #{3 => x, 4 => y}))]),
    show([Sort(maps:with([1, 9], M)), Sort(maps:without([1, 9], M))]),
    show([Sort(maps:intersect(M, #{2 => new, 9 => q})), Sort(maps:intersect_with(fun(_, V, W) -> {V, W} end, M, #{2 => new, 9 => q}))]),
    show([Sort(maps:map(fun(K, V) -> {K, V} end, M)), Sort(maps:filter(fun(K, _) -> K > 1 end, M)),
          Sort(maps:filtermap(fun(1, _) -> true; (2, _) -> {true, two}; (_, _) -> false end, M))]),
    show([Sort(maps:update_with(1, fun(V) -> [V] end, M)), Sort(maps:update_with(9, fun(V) -> [V] end, init, M))]),
    show([lists:sort(maps:fold(fun(K, V, Acc) -> [{K, V} | Acc] end, [], M)), lists:sort(maps:keys(M)), lists:sort(maps:values(M))]),
    show([Sort(maps:from_list([{a, 1}, {a, 2}])), Sort(maps:from_keys([x, y, x], 0)), maps:new()]),
    show([lists:sort([{length(V), K} || {K, V} <- maps:to_list(maps:groups_from_list(fun(X) -> X rem 3 end, lists:seq(1, 10)))]),
          Sort(maps:groups_from_list(fun(X) -> X rem 2 end, fun(X) -> X * X end, [1, 2, 3]))]),
    maps:foreach(fun(K, V) -> show({K, V}) end, #{only => one}),
    [io:format("~s ~0p~n", [F, outcome(F, A)])
     || {F, A} <- [{get, [9, M]}, {get, [1, x]}, {find, [1, x]}, {is_key, [1, x]}, {keys, [x]}, {values, [x]}, {size, [x]}, {put, [a, b, x]},
                   {update, [9, z, M]}, {update, [9, z, x]}, {remove, [a, x]}, {take, [a, x]}, {merge, [M, x]}, {merge, [x, M]}, {to_list, [x]},
                   {from_list, [[a]]}, {from_list, [x]}, {from_keys, [x, 1]}, {update_with, [9, fun(V) -> V end, M]}, {update_with, [1, x, M]},
                   {map, [x, M]}, {map, [fun(_, V) -> V end, x]}, {fold, [x, 0, M]}, {filter, [x, M]},
                   {with, [x, M]}, {without, [x, M]}, {with, [[], x]}, {iterator, [x]}, {next, [x]}, {merge_with, [x, M, M]}, {intersect, [x, M]}]],
    ok.

outcome(F, A) ->
    try apply(maps, F, A) catch C:R:Stack -> {C, R, frame(Stack)} end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.

show(Term) -> io:format("~0p~n", [Term]).
