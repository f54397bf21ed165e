%% Bags: many objects of a key, no two of them equal.
-module(bags).
-export([start/0]).

start() ->
    T = ets:new(rows, [bag]),
    [ets:insert(T, O) || O <- [{a, 3}, {a, 1}, {b, 1}, {a, 2}, {a, 1}, {a, 1.0}, {a}, {a, 1, 1}]],
    show(ets:lookup(T, a)),
    show(ets:lookup_element(T, b, 2)),
    show(catch_(fun() -> ets:lookup_element(T, a, 2) end)),
    show(ets:info(T, size)),
    show(ets:delete_object(T, {a, 1})),
    show(ets:lookup(T, a)),
    show([ets:insert(T, O) || O <- [{a, 1}, {a, 9}, {a, 9}]]),
    show(ets:lookup(T, a)),
    show(ets:insert_new(T, {a, new})),
    show(ets:insert_new(T, [{c, 1}, {c, 2}, {c, 1}])),
    show(ets:lookup(T, c)),
    show(ets:take(T, c)),
    show(ets:member(T, c)),
    show(ets:delete(T, a)),
    show(ets:tab2list(T)),
    show(catch_(fun() -> ets:update_counter(T, b, 1) end)),
    show(catch_(fun() -> ets:update_element(T, b, {2, 1}) end)),
    ok.

catch_(F) -> try F() catch C:R -> {C, R} end.

show(Term) -> io:format("~0p~n", [Term]).
