%% What of OTP keeps its data in tables: graphs, queries, funs as specifications.
-module(tables).
-export([start/0]).

-include_lib("stdlib/include/ms_transform.hrl").
-include_lib("stdlib/include/qlc.hrl").

start() ->
    graphs(),
    specifications(),
    queries(),
    continuations(),
    ok.

graphs() ->
    G = digraph:new(),
    [digraph:add_vertex(G, V, {label, V}) || V <- [a, b, c, d, e]],
    [digraph:add_edge(G, From, To) || {From, To} <- [{a, b}, {b, c}, {c, a}, {c, d}]],
    show({digraph:no_vertices(G), digraph:no_edges(G), lists:sort(digraph:vertices(G))}),
    show(digraph:get_path(G, a, d)),
    show(digraph:get_path(G, d, a)),
    show(lists:sort([lists:sort(C) || C <- digraph_utils:strong_components(G)])),
    show(digraph_utils:is_acyclic(G)),
    show(lists:sort(digraph_utils:reachable([b], G))),
    show(digraph:vertex(G, e)),
    digraph:del_vertex(G, c),
    show(digraph_utils:topsort(digraph_utils:subgraph(G, [a, b]))),
    show(lists:sort([lists:sort(C) || C <- digraph_utils:components(G)])),
    show(lists:keyfind(type, 1, digraph:info(G)) =/= ok),
    digraph:delete(G),
    Acyclic = digraph:new([acyclic]),
    [digraph:add_vertex(Acyclic, V) || V <- [1, 2]],
    digraph:add_edge(Acyclic, 1, 2),
    show(digraph:add_edge(Acyclic, 2, 1)).

specifications() ->
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{N, N * N, #{even => N rem 2 =:= 0}} || N <- lists:seq(1, 20)]),
    show(ets:select(T, ets:fun2ms(fun({K, S, _}) when S > 100, K < 15 -> {K, S} end))),
    show(ets:select_count(T, ets:fun2ms(fun({K, _, _}) when K rem 3 == 0 -> true end))),
    show(ets:select_delete(T, ets:fun2ms(fun({K, _, _}) -> K > 5 end))),
    show(ets:tab2list(T)).

queries() ->
    T = ets:new(people, [ordered_set]),
    C = ets:new(cities, []),
    ets:insert(T, [{ann, 31, oslo}, {bob, 25, bern}, {cem, 40, oslo}]),
    ets:insert(C, [{oslo, no}, {bern, ch}]),
    show(qlc:eval(qlc:q([Name || {Name, Age, _} <- ets:table(T), Age > 30]))),
    show(lists:sort(qlc:eval(qlc:q([{Name, Country} || {Name, _, City} <- ets:table(T), {Own, Country} <- ets:table(C), City =:= Own])))).

continuations() ->
    T = ets:new(t, []),
    ets:insert(T, [{N} || N <- lists:seq(1, 30)]),
    Spec = [{{'$1'}, [], ['$1']}],
    {First, C} = ets:select(T, Spec, 10),
    Stored = binary_to_term(term_to_binary(C)),
    {Second, _} = ets:select(ets:repair_continuation(Stored, Spec)),
    show(length(lists:usort(First ++ Second))),
    show(lists:sort(ets:foldl(fun({N}, L) -> [N | L] end, [], T)) =:= lists:seq(1, 30)).

show(Term) -> io:format("~0p~n", [Term]).
