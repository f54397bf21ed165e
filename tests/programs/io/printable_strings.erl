%% Which lists ~p shows as text
-module(printable_strings).
-export([start/0]).

start() ->
    Lists = ["abc", [0], [7], [8], [9], [10], [27], [31], [32], [126], [127], [128], [159], [160], [255], [256], [97 | 98], [97, a], [1.0]],
    [io:format("~p ~w~n", [L, L]) || L <- Lists],
    [io:format("~tp~n", [L]) || L <- ["日本", [955], [128512]]],
    ok.
