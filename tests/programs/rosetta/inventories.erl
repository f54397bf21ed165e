%% An inventory of records: stock moved, reports by group, joins of tables,.
-module(inventories).
-export([start/0]).

-record(item, {id, name, group, stock = 0, price}).

start() ->
    Items = [#item{id = 1, name = "bolt", group = metal, stock = 100, price = 5}, #item{id = 2, name = "plank", group = wood, stock = 7, price = 120}, #item{id = 3, name = "nail", group = metal, stock = 500, price = 1}, #item{id = 4, name = "glue", group = other, price = 80}],
    Sales = [{1, 30}, {2, 8}, {3, 499}, {9, 1}, {4, 0}, {1, 70}],
    {Results, Left} = lists:mapfoldl(fun sell/2, Items, Sales),
    [io:format("~0p -> ~0p~n", [S, R]) || {S, R} <- lists:zip(Sales, Results)],
    io:format("~0p~n", [[{I#item.name, I#item.stock} || I <- Left]]),
    io:format("~0p~n", [lists:sort([{G, lists:sum([I#item.stock * I#item.price || I <- Is])} || {G, Is} <- maps:to_list(maps:groups_from_list(fun(#item{group = G}) -> G end, Left))])]),
    io:format("~0p~n", [[I#item.name || I <- lists:keysort(#item.price, Items)]]),
    io:format("~0p~n", [[{N, S} || #item{id = Id, name = N} <- Items, {SaleId, S} <- Sales, Id =:= SaleId, S > 0]]),
    io:format("~0p~n", [lists:keyfind("nail", #item.name, Left)]),
    io:format("~0p~n", [lists:foldl(fun(#item{stock = 0} = I, {Out, In}) -> {[I#item.name | Out], In}; (I, {Out, In}) -> {Out, [I#item.name | In]} end, {[], []}, Left)]),
    ok.

sell({Id, N}, Items) ->
    case lists:keyfind(Id, #item.id, Items) of
        false -> {unknown, Items};
        #item{stock = S} when S < N -> {{only, S}, Items};
        _ when N =:= 0 -> {nothing, Items};
        #item{stock = S, price = P} = I -> {{paid, N * P}, lists:keyreplace(Id, #item.id, Items, I#item{stock = S - N})}
    end.
