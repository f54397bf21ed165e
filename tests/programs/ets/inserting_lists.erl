%% insert/2 and insert_new/2 of lists: all or nothing, the last of a key stays.
-module(inserting_lists).
-export([start/0]).

start() ->
    T = ets:new(t, [ordered_set]),
    show(ets:insert(T, [])),
    show(ets:insert_new(T, [])),
    show(ets:insert(T, [{1, a}, {2, b}, {1, c}])),
    show(ets:tab2list(T)),
    [show(try ets:insert(T, L) catch error:R -> R end)
     || L <- [[{3, x}, bad], [{3, x}, {}], [{3, x} | tail], atom, 1, "text", [[{3, x}]], #{}]],
    show(ets:tab2list(T)),
    show(ets:insert_new(T, {2, z})),
    show(ets:insert_new(T, {3, z})),
    show(ets:insert_new(T, [{4, z}, {2, z}])),
    show(ets:insert_new(T, [{4, z}, {5, z}, {4, y}])),
    [show(try ets:insert_new(T, L) catch error:R -> R end) || L <- [[{9, x}, bad], bad, {}, [{9} | x]]],
    show(ets:tab2list(T)),
    Many = [{N rem 20000, N rem 20000} || N <- lists:seq(1, 50000)],
    show(ets:insert(T, Many)),
    show({ets:info(T, size), ets:lookup(T, 7), ets:lookup(T, 19999)}),
    show(ets:insert_new(T, [{N, new} || N <- lists:seq(20000, 30000)])),
    show(ets:insert_new(T, [{N, newer} || N <- lists:seq(29999, 60000)])),
    show({ets:info(T, size), ets:lookup(T, 30000), ets:lookup(T, 30001)}),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
