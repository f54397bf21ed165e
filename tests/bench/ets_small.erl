%% Tables of a thousand keys: put in, looked up, counted up.
-module(ets_small).
-export([start/0]).

start() -> [kind(Kind, 2500) || Kind <- [set, ordered_set]].

kind(_, 0) -> ok;
kind(Kind, Rounds) ->
    Table = ets:new(small, [Kind]),
    insert(Table, 1000),
    _ = lookup(Table, 1000, 0),
    update(Table, 1000),
    _ = lookup(Table, 1000, 0),
    ets:delete(Table),
    kind(Kind, Rounds - 1).

insert(_, 0) -> ok;
insert(Table, N) ->
    ets:insert(Table, {N * 7919 rem 1000003, N}),
    insert(Table, N - 1).

update(_, 0) -> ok;
update(Table, N) ->
    ets:update_counter(Table, N * 7919 rem 1000003, 1),
    update(Table, N - 1).

lookup(_, 0, Sum) -> Sum;
lookup(Table, N, Sum) ->
    [{_, Value}] = ets:lookup(Table, N * 7919 rem 1000003),
    lookup(Table, N - 1, Sum + Value).
