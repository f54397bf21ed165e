%% Tables of a million keys: put in, looked up three times, taken out.
-module(ets_large).
-export([start/0]).

-define(KEYS, 1000000).

start() -> [kind(Kind) || Kind <- [set, ordered_set]].

kind(Kind) ->
    Table = ets:new(large, [Kind]),
    insert(Table, ?KEYS),
    [lookup(Table, ?KEYS, 0) || _ <- [1, 2, 3]],
    delete(Table, ?KEYS),
    0 = ets:info(Table, size),
    ets:delete(Table).

insert(_, 0) -> ok;
insert(Table, N) ->
    ets:insert(Table, {key(N), N}),
    insert(Table, N - 1).

lookup(_, 0, Sum) -> Sum;
lookup(Table, N, Sum) ->
    [{_, Value}] = ets:lookup(Table, key(N)),
    lookup(Table, N - 1, Sum + Value).

delete(_, 0) -> ok;
delete(Table, N) ->
    ets:delete(Table, key(N)),
    delete(Table, N - 1).

%% Keys in no order, none of them twice.
key(N) -> N * 1103515245 band 16#3fffffff.
