%% info/1,2: its keys, their order, and tables that are not there.
-module(table_facts).
-export([start/0]).

start() ->
    T = ets:new(facts, [named_table, public, ordered_set, {keypos, 2}]),
    ets:insert(T, [{a, 1}, {b, 2}]),
    Info = ets:info(T),
    show([K || {K, _} <- Info]),
    show([V || {K, V} <- Info, lists:member(K, [name, size, node, named_table, type, keypos, protection, heir, compressed])]),
    show([ets:info(T, K) =:= V || {K, V} <- Info]),
    show(proplists:get_value(owner, Info) =:= self()),
    show(proplists:get_value(id, Info) =:= ets:whereis(facts)),
    show(is_integer(ets:info(T, memory)) andalso ets:info(T, memory) > 0),
    Before = ets:info(T, memory),
    ets:insert(T, {lists:seq(1, 100), 3}),
    show(ets:info(T, memory) > Before),
    [show(try ets:info(T, K) catch error:R -> R end) || K <- [unknown, 1, fixed, safe_fixed]],
    Id = ets:whereis(facts),
    show(erlang:memory(ets) > 0),
    ets:delete(T),
    show([ets:info(T), ets:info(T, size), ets:info(Id), ets:info(Id, owner)]),
    [show(try ets:info(X) catch error:R -> R end) || X <- [nothing, 1, "t", make_ref(), self()]],
    [show(try ets:info(X, size) catch error:R -> R end) || X <- [nothing, 1, make_ref()]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
