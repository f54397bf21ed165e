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
    ets:insert(Table, {key(N), N}),
    insert(Table, N - 1).

update(_, 0) -> ok;
update(Table, N) ->
    ets:update_counter(Table, key(N), 1),
    update(Table, N - 1).

lookup(_, 0, Sum) -> Sum;
lookup(Table, N, Sum) ->
    [{_, Value}] = ets:lookup(Table, key(N)),
    lookup(Table, N - 1, Sum + Value).

%% Keys in no order, none of them twice.
key(N) -> N * 1103515245 band 16#3fffffff.
