%% dict: stores, appends, updates, merges, folds, and many keys.
-module(dictionaries).
-export([start/0]).

start() ->
    D = dict:from_list([{a, 1}, {b, 2}, {"c", [3]}]),
    List = fun(Dict) -> lists:sort(dict:to_list(Dict)) end,
    show(List(D)),
    show(List(dict:store(a, one, D))),
    show(List(dict:append("c", 4, D))),
    show(List(dict:append_list("c", [5, 6], D))),
    show(List(dict:update(a, fun(X) -> -X end, D))),
    show(List(dict:update(z, fun(X) -> -X end, 0, D))),
    show(List(dict:update_counter(b, 40, D))),
    show(List(dict:merge(fun(_, X, Y) -> {X, Y} end, D, dict:from_list([{b, 7}, {e, 8}])))),
    show(List(dict:map(fun(K, V) -> [K, V] end, D))),
    show(List(dict:filter(fun(K, _) -> is_atom(K) end, D))),
    show(List(dict:erase(a, D))),
    show([dict:find(a, D), dict:find(x, D), dict:fetch(b, D), dict:is_key(b, D), dict:size(D), dict:is_empty(D)]),
    show(lists:sort(dict:fetch_keys(D))),
    {Taken, Rest} = dict:take(b, D),
    show([Taken, List(Rest), dict:take(nothing, D)]),
    Many = lists:foldl(fun(N, Acc) -> dict:update_counter(N rem 97, N, Acc) end, dict:new(), lists:seq(1, 2000)),
    show([dict:size(Many), dict:fetch(0, Many), dict:fold(fun(_, V, S) -> S + V end, 0, Many)]),
    show(dict:size(lists:foldl(fun dict:erase/2, Many, lists:seq(0, 90)))),
    [show(try apply(dict, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{fetch, [nope, D]}, {update, [nope, fun(X) -> X end, D]}, {append, [a, 1, D]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
