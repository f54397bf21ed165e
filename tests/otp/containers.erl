%% What stdlib keeps things in.
-module(containers).
-export([start/0]).

start() ->
    Keys = [(N * 7919) rem 1009 || N <- lists:seq(1, 300)],
    show(sets, lists:sort(sets:to_list(sets:subtract(sets:from_list(Keys), sets:from_list(lists:sublist(Keys, 250)))))),
    show(sets_2, sets:size(sets:union(sets:from_list(Keys, [{version, 2}]), sets:from_list([a, b], [{version, 2}])))),
    Dict = lists:foldl(fun(K, D) -> dict:append(K rem 10, K, D) end, dict:new(), Keys),
    show(dict, [{K, length(V)} || {K, V} <- lists:sort(dict:to_list(Dict))]),
    Tree = lists:foldl(fun(K, T) -> gb_trees:enter(K, -K, T) end, gb_trees:empty(), Keys),
    show(gb_trees, {gb_trees:size(Tree), gb_trees:smallest(Tree), gb_trees:largest(Tree), gb_trees:lookup(5, Tree)}),
    Set = gb_sets:from_list(Keys),
    show(gb_sets, gb_sets:to_list(gb_sets:intersection(Set, gb_sets:from_list(lists:seq(1, 20))))),
    Array = array:set(500, last, array:from_list(Keys, none)),
    show(array, {array:size(Array), array:get(3, Array), array:get(499, Array), array:sparse_size(Array)}),
    Queue = queue:in(z, queue:join(queue:from_list([a, b]), queue:from_list([c]))),
    show(queue, {queue:to_list(queue:reverse(Queue)), queue:len(Queue), queue:peek_r(Queue)}),
    show(ordsets, ordsets:union([[3, 5], ordsets:from_list([9, 1, 3])])),
    show(orddict, orddict:update_counter(a, 2, orddict:store(a, 1, orddict:new()))),
    show(proplists, {proplists:get_value(a, [b, {a, 1}]), proplists:get_bool(b, [b]), proplists:unfold([x, {y, 1}])}),
    show(maps, lists:sort(maps:to_list(maps:groups_from_list(fun(K) -> K rem 3 end, lists:sublist(Keys, 12))))),
    show(maps_fold, maps:fold(fun(K, V, Sum) -> Sum + K * V end, 0, maps:from_list([{K, 1} || K <- Keys]))),
    show(map_iterator, iterate(maps:next(maps:iterator(#{a => 1, b => 2, c => 3})))),
    show(lists, {lists:keysort(2, [{a, 3}, {b, 1}]), lists:umerge([1, 3], [2, 3]), lists:nth(4, Keys), lists:sum(Keys)}),
    ok.

iterate(none) -> [];
iterate({K, V, Next}) -> [{K, V} | iterate(maps:next(Next))].

show(What, Value) -> io:format("~w: ~p~n", [What, Value]).
