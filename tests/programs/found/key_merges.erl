%% Lists of tuples that are merged, and what is no tuple among them.
-module(key_merges).
-export([start/0]).

start() ->
    [io:format("~w ~w: ~w~n", [As, Bs, [merged(F, As, Bs) || F <- [keymerge, ukeymerge]]]) || {As, Bs} <- pairs()],
    ok.

merged(F, As, Bs) ->
    try lists:F(2, As, Bs) catch error:Reason -> Reason end.

pairs() ->
    [{[9], [{0, 1}]}, {[{0, 1}], [9]}, {[{1, 2}, 9], [{1, 1}]}, {[{1, 2}, 9], [{1, 3}]},
     {[{1, 2}], [{1, 3}, 9]}, {[{1, 2}], [{1, 1}, 9]}, {[{0, 2}], [{2, 2.0}, {3, 3}]}, {[{0, 2}, {1, 3}], []},
     {[{0, 3}], [{7, 1}, {8, 2}]}, {[{a}], [{1, 2}]}].
