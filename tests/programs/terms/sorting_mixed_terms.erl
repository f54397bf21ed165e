%% sort, usort, keysort, max and min over all types
-module(sorting_mixed_terms).
-export([start/0]).

start() ->
    L = [{b, 2}, "x", 3, 2.0, 2, a, <<"b">>, #{}, [], {a}, 3.0, {a, 1}],
    show(lists:sort(L)),
    show(lists:usort(L)),
    show({lists:max(L), lists:min(L)}),
    show(lists:keysort(1, [{2, a}, {1, b}, {2.0, c}, {a, d}, {"k", e}])),
    show(lists:ukeysort(1, [{2, a}, {1, b}, {2.0, c}, {1.0, d}])),
    show(lists:sort(fun(A, B) -> A >= B end, L)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
