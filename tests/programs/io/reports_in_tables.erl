%% Tables drawn from records and maps: widths computed, numbers aligned.
-module(reports_in_tables).
-export([start/0]).

-record(row, {name, count = 0, price = 0.0, tags = []}).

start() ->
    Rows = [#row{name = "apple", count = 3, price = 1.25, tags = [red]}, #row{name = "a very long name of fruit", count = 12345, price = 0.5}, #row{name = "fig", price = 100.0, tags = [soft, sweet, small]}],
    table(["name", "count", "price", "tags"], [[R#row.name, integer_to_list(R#row.count), float_to_list(R#row.price, [{decimals, 2}]), string:join([atom_to_list(T) || T <- R#row.tags], ",")] || R <- Rows]),
    io:format("~-12.12s|~6.6s|~6s~n", ["a very long name", "1234567", "1234567"]),
    [io:format("~10s ~p~n", [K, V]) || {K, V} <- lists:sort(maps:to_list(#{"b" => [1, 2], "a" => {x, "y"}, "c" => <<"bin">>}))],
    io:format("~s~n", [lists:duplicate(20, $=)]),
    io:format("~20c|~5c~n", [$-, $+]),
    [io:format("~*s~w~n", [D * 2, "", N]) || {D, N} <- tree({root, [{left, [{leaf, []}]}, {right, []}]}, 0)],
    io:format("~6.2f%~n", [12.3456]),
    ok.

table(Head, Rows) ->
    Widths = [lists:max([length(lists:nth(I, R)) || R <- [Head | Rows]]) || I <- lists:seq(1, length(Head))],
    Line = [["+", lists:duplicate(W + 2, $-)] || W <- Widths],
    io:format("~s+~n", [Line]),
    [io:format("~s|~n", [[io_lib:format("| ~-*s ", [W, C]) || {W, C} <- lists:zip(Widths, R)]]) || R <- [Head | Rows]],
    io:format("~s+~n", [Line]).

tree({N, Cs}, D) -> [{D, N} | lists:append([tree(C, D + 1) || C <- Cs])].
