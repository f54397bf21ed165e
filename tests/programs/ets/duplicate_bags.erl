%% Duplicate bags: equal objects more than once.
-module(duplicate_bags).
-export([start/0]).

start() ->
    T = ets:new(rows, [duplicate_bag, {keypos, 2}]),
    [ets:insert(T, O) || O <- [{3, a}, {1, a}, {1, b}, {3, a}, {1, a, x}, {3, a}]],
    show(ets:lookup(T, a)),
    show(ets:lookup_element(T, a, 1)),
    show(ets:info(T, size)),
    show(ets:delete_object(T, {3, a})),
    show(ets:lookup(T, a)),
    show(ets:select_count(T, [{{1, '_'}, [], [true]}])),
    show(ets:insert(T, [{7, a}, {7, a}])),
    show(ets:select_delete(T, [{{7, a}, [], [true]}])),
    show(ets:lookup(T, a)),
    show(ets:insert_new(T, [{0, z}, {0, z}])),
    show(ets:lookup(T, z)),
    show(ets:insert_new(T, [{0, y}, {0, z}])),
    show(ets:lookup(T, y)),
    show(ets:select_replace(T, [{{0, z}, [], [{{1, z}}]}])),
    show(ets:lookup(T, z)),
    show(lists:sort(ets:match(T, {'$1', '$2'}))),
    show(ets:take(T, z)),
    show(lists:sort(ets:tab2list(T))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
