%% A table printed with aligned columns, from maps and records.
-module(tables).
-export([start/0]).

-record(part, {name, count, price}).

start() ->
    Parts = [#part{name = "bolt", count = 120, price = 0.05}, #part{name = "motor", count = 2, price = 12.5},
             #part{name = "wire", count = 1500, price = 0.125}],
    io:format("~-10s~8s~10s~n", ["name", "count", "price"]),
    io:format("~s~n", [lists:duplicate(28, $-)]),
    [io:format("~-10s~8w~10.3f~n", [P#part.name, P#part.count, P#part.price]) || P <- Parts],
    Total = lists:sum([P#part.count * P#part.price || P <- Parts]),
    io:format("~-10s~18.2f~n", ["total", Total]),
    [io:format("~2w x ~2w = ~3w~n", [A, 7, A * 7]) || A <- lists:seq(1, 12, 4)],
    [io:format("~s~n", [[case (X * Y) rem 3 of 0 -> $#; _ -> $. end || X <- lists:seq(1, 20)]]) || Y <- lists:seq(1, 4)],
    ok.
