%% Atoms by their characters
-module(order_of_atoms).
-export([start/0]).

start() ->
    show(lists:sort([b, a, 'A', 'B', aa, ab, '', ' ', '1', 'ä', z, 'zz', '日', true, false, undefined])),
    show([a < b, 'A' < a, aa > a, '' < a, 'ä' > z, '日' > 'ä']),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
