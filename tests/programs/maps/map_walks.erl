%% Iterators and functions over large maps meet every pair once.
-module(map_walks).
-export([start/0]).

start() ->
    [erlang:display({N, walked(N)}) || N <- [0, 1, 32, 33, 34, 65, 100, 1000, 10000]],
    Map = squares(1000),
    erlang:display(maps:fold(fun(K, V, Sum) -> Sum + K + V end, 0, Map)),
    erlang:display(lists:sort(maps:keys(maps:filter(fun(K, _) -> K rem 100 =:= 0 end, Map)))),
    erlang:display(maps:map(fun(_, V) -> -V end, Map) =:= maps:from_list([{K, -K * K} || K <- lists:seq(1, 1000)])),
    erlang:display(maps:size(maps:filtermap(fun(K, V) -> K rem 3 =:= 0 andalso {true, V + 1} end, Map))),
    Left = maps:from_keys(lists:seq(1, 200), left),
    Right = maps:from_keys(lists:seq(101, 300), right),
    erlang:display(counts(maps:merge(Left, Right))),
    erlang:display(counts(maps:merge(Right, Left))),
    erlang:display(counts(maps:merge(Left, maps:from_keys([1, 2, 999], few)))),
    erlang:display(counts(maps:merge(maps:from_keys([1, 2, 999], few), Left))),
    erlang:display(counts(maps:merge(Left, #{}))),
    erlang:display(counts(maps:merge_with(fun(_, A, B) -> {A, B} end, Left, Right))),
    erlang:display(counts(maps:intersect(Left, Right))),
    erlang:display(counts(maps:intersect_with(fun(_, A, B) -> {A, B} end, Left, Right))),
    erlang:display(counts(maps:update_with(7, fun(V) -> {V, V} end, Left))),
    erlang:display(counts(maps:update_with(777, fun(V) -> {V, V} end, first, Left))),
    Groups = maps:groups_from_list(fun(N) -> N rem 50 end, lists:seq(1, 500)),
    erlang:display({map_size(Groups), maps:get(49, Groups)}),
    erlang:display(lists:sort(maps:values(maps:with(lists:seq(195, 205), maps:merge(Right, Left))))),
    %% An iterator is a value: it may be walked again, and by others.
    Iterator = third(maps:next(third(maps:next(maps:iterator(Map))))),
    erlang:display(length(rest(maps:next(Iterator))) =:= 998 andalso rest(maps:next(Iterator)) =:= rest(maps:next(Iterator))),
    Halves = halves(maps:next(maps:iterator(Map)), [], []),
    erlang:display(Halves),
    [erlang:display(bad(F)) || F <- [fun() -> maps:next([-1 | Map]) end, fun() -> erts_internal:map_next(0, Map, other) end,
                                     fun() -> erts_internal:map_to_tuple_keys(Map) end,
                                     fun() -> maps:from_list([{1, 2} | maps:to_list(Map)] ++ [x]) end,
                                     fun() -> maps:from_list(lists:zip(lists:seq(1, 50), lists:seq(1, 50)) ++ bad) end,
                                     fun() -> maps:from_keys(lists:seq(1, 50) ++ bad, 1) end]],
    erlang:display(erts_internal:map_to_tuple_keys(#{1 => a, 2 => b, 3.0 => c})),
    ok.

squares(N) -> maps:from_list([{K, K * K} || K <- lists:seq(1, N)]).

%% The pairs an iterator gives are those of the list.
walked(N) ->
    Map = squares(N),
    Pairs = rest(maps:next(maps:iterator(Map))),
    true = lists:sort(Pairs) =:= lists:sort(maps:to_list(Map)),
    N = length(lists:usort(Pairs)),
    {lists:sum([K || {K, _} <- Pairs]), lists:sum([V || {_, V} <- Pairs])}.

rest(none) -> [];
rest({K, V, Next}) -> [{K, V} | rest(maps:next(Next))].

third({_, _, Next}) -> Next.

halves(none, Even, Odd) -> {length(Even), length(Odd), lists:sum(Even), lists:sum(Odd)};
halves({K, _, Next}, Even, Odd) when K rem 2 =:= 0 -> halves(maps:next(Next), [K | Even], Odd);
halves({K, _, Next}, Even, Odd) -> halves(maps:next(Next), Even, [K | Odd]).

counts(Map) ->
    {map_size(Map), lists:sort(maps:to_list(maps:fold(fun(_, V, Counts) ->
        maps:update_with(V, fun(Count) -> Count + 1 end, 1, Counts)
    end, #{}, Map)))}.

bad(F) ->
    try F() of
        Other -> {value, Other}
    catch
        Class:Reason -> {Class, Reason}
    end.
