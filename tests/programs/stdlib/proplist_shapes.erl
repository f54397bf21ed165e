%% proplists: compacted, unfolded, split, turned into maps, and what is no list.
-module(proplist_shapes).
-export([start/0]).

start() ->
    List = [{a, true}, b, {c, false}, {d, 1}, {a, 2}, e, {f, true}],
    show(proplists:compact(List)),
    show(proplists:unfold(List)),
    show(proplists:unfold([a, "text", 5, {b, 2}])),
    show(proplists:split(List, [a, c])),
    show(proplists:split(List, [])),
    show(proplists:split([{x, 1}, y, {x, 2}, z, {w, 3, 4}], [x, y, missing])),
    show(lists:sort(maps:to_list(proplists:to_map(List)))),
    show(proplists:to_map([])),
    show(proplists:to_map([{a, 1}, {a, 2}])),
    show(proplists:substitute_aliases([{color, colour}, {b, bee}], [{color, 1}, b, {b, 2}, {colour, 3}])),
    show(proplists:substitute_negations([{no_x, x}, {off, on}], [no_x, {no_x, true}, {no_x, false}, {off, 5}, z])),
    show(proplists:expand([{a, [b, {c, 1}]}], [x, a, y, {a, false}])),
    show(proplists:expand([{{a, 1}, [one]}, {{a, 2}, [two]}], [{a, 2}, {a, 1}, {a, 3}])),
    show(proplists:normalize([no_a, b, {color, 3}],
                             [{aliases, [{color, colour}]}, {negations, [{no_a, a}]}, {expand, [{b, [c, {d, 4}]}]}])),
    [show(outcome(F, A)) || {F, A} <- [{get_value, [a, b]}, {get_all_values, [a, b]}, {delete, [a, b]}, {compact, [b]},
                                       {lookup, [a, b]}, {get_bool, [a, b]}, {get_keys, [b]}, {to_map, [b]}]],
    show(proplists:get_value(a, [{a, 1} | improper])),
    show(outcome(get_value, [b, [{a, 1} | improper]])),
    ok.

outcome(Function, Arguments) ->
    try apply(proplists, Function, Arguments) catch error:Reason -> {error, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).
