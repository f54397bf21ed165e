%% proplists as options of a server: defaults, negations, aliases.
-module(proplist_options).
-export([start/0]).

start() ->
    Defaults = [{timeout, 5000}, {active, true}, binary, {port, 0}],
    User = [{timeout, 100}, no_active, list, {tag, a}, {tag, b}, verbose],
    All = proplists:normalize(User ++ Defaults, [{negations, [{no_active, active}]}, {expand, [{list, [{mode, list}]}, {binary, [{mode, binary}]}]}, {aliases, [{verbose, debug}]}]),
    show(All),
    show([proplists:get_value(K, All) || K <- [timeout, active, mode, tag, port, debug, unknown]]),
    show([proplists:get_bool(K, All) || K <- [active, debug, port, unknown]]),
    show([proplists:get_all_values(K, All) || K <- [timeout, mode, tag]]),
    show([proplists:lookup(K, All) || K <- [timeout, debug, none]]),
    show([proplists:lookup_all(tag, All), proplists:append_values(tag, [{tag, [1]}, {tag, 2}])]),
    show(proplists:delete(tag, All)),
    show(lists:sort(proplists:get_keys(All))),
    show(proplists:split(All, [timeout, tag])),
    show([proplists:is_defined(K, All) || K <- [port, no_active, list]]),
    show(lists:sort(maps:to_list(proplists:to_map(All)))),
    show(proplists:from_map(#{a => true}) =/= []),
    show(proplists:compact(proplists:unfold([a, {b, true}, {c, 1}, 5]))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
