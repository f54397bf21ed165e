%% A set: one object of a key, keys that are equal by =:= only.
-module(sets_of_rows).
-export([start/0]).

start() ->
    T = ets:new(rows, []),
    show(ets:insert(T, {1, one})),
    show(ets:insert(T, {1, uno})),
    show(ets:insert(T, [{2, two}, {1.0, float}, {"list", l}, {<<"binary">>, b}, {{t, u}, p}, {2, zwei}])),
    [show({K, ets:lookup(T, K), ets:member(T, K)}) || K <- keys()],
    show(ets:info(T, size)),
    show(ets:delete(T, 1)),
    show(ets:delete(T, absent)),
    show({ets:lookup(T, 1), ets:lookup(T, 1.0)}),
    show(lists:sort(ets:tab2list(T))),
    show(ets:take(T, {t, u})),
    show(ets:take(T, {t, u})),
    show(ets:info(T, size)),
    show(ets:delete_all_objects(T)),
    show({ets:info(T, size), ets:tab2list(T), ets:first(T), ets:last(T)}),
    show(ets:delete(T)),
    show(ets:info(T)),
    ok.

keys() -> [1, 1.0, 2, 2.0, "list", <<"binary">>, {t, u}, {t, v}, absent, [], #{}].

show(Term) -> io:format("~0p~n", [Term]).
