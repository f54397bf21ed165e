%% proplists: what a key has, with atoms for true, several values, and none.
-module(proplist_values).
-export([start/0]).

start() ->
    List = [a, {b, 1}, {c, 2, 3}, {b, 4}, d, {d, 5}, 17, "x", {e, []}, {f, false}, {"k", v}],
    [show({Key, proplists:get_value(Key, List), proplists:get_value(Key, List, none),
           proplists:get_all_values(Key, List), proplists:lookup(Key, List), proplists:lookup_all(Key, List),
           proplists:is_defined(Key, List)}) || Key <- [a, b, c, d, e, f, g, 17, "k"]],
    [show({Key, proplists:get_bool(Key, List)}) || Key <- [a, b, d, e, f, g]],
    show(proplists:get_keys([x, {y, 1}, {x, 2}, {z}, {}, 5])),
    show(proplists:append_values(a, [{a, [1, 2]}, {b, 0}, {a, 3}, {a, -1}, {a, [4]}])),
    show(proplists:append_values(q, [{a, 1}])),
    show(proplists:delete(b, List)),
    show(proplists:delete(none, List)),
    show(proplists:property({a, true})),
    show(proplists:property(a, true)),
    show(proplists:property(a, 1)),
    show(proplists:property({a, 2})),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
