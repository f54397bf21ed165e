%% An ordered set: keys that are equal by ==, in the order of terms.
-module(ordered_sets).
-export([start/0]).

start() ->
    T = ets:new(rows, [ordered_set]),
    true = ets:insert(T, [{K, K} || K <- keys()]),
    show(ets:tab2list(T)),
    show([ets:lookup(T, K) || K <- [1, 1.0, 2, 2.0, 2.5, b, "b"]]),
    show(ets:insert(T, {1.0, replaced})),
    show([ets:lookup(T, K) || K <- [1, 1.0]]),
    show(ets:insert(T, {{1, 2.0}, old})),
    show(ets:insert(T, {{1.0, 2}, new})),
    show(ets:lookup(T, {1, 2})),
    show([ets:first(T), ets:last(T)]),
    show([{K, ets:next(T, K), ets:prev(T, K)} || K <- [-5, 0, 1, 1.5, 2.0, a, aa, {}, {z}, [], "zz", <<255>>]]),
    show(walk(T, ets:first(T), next)),
    show(walk(T, ets:last(T), prev)),
    show(ets:delete(T, 2.0)),
    show(ets:delete_object(T, {b, c})),
    show(ets:delete_object(T, {b, b})),
    show(ets:delete_object(T, {1, replaced})),
    show(ets:tab2list(T)),
    ok.

keys() -> [b, 2, <<"x">>, 3.5, "b", {1}, a, -1, 1, [], {0, 0}, #{k => v}, 1 bsl 70, -1.0e10, <<>>, <<1:1>>].

walk(_, '$end_of_table', _) -> [];
walk(T, K, F) -> [K | walk(T, ets:F(T, K), F)].

show(Term) -> io:format("~0p~n", [Term]).
