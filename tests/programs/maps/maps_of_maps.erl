%% Nested maps read, written and removed along paths, flattened and built again.
-module(maps_of_maps).
-export([start/0]).

start() ->
    M = put_in([a, b, c], 1, put_in([a, b, d], 2, put_in([x], 3, #{}))),
    show([get_in(P, M) || P <- [[a, b, c], [a, b, d], [x], [a, b], [a, z], [x, y], []]] =/= []),
    show([get_in(P, M) || P <- [[a, b, c], [a, b, d], [x], [a, z], [x, y]]]),
    show(lists:sort(flatten(M))),
    show(lists:foldl(fun({P, V}, Acc) -> put_in(P, V, Acc) end, #{}, flatten(M)) =:= M),
    show(lists:sort(flatten(remove_in([a, b, c], M)))),
    show(lists:sort(flatten(update_in([a, b, d], fun(V) -> V * 10 end, M)))),
    show(lists:sort(flatten(deep_merge(M, #{a => #{b => #{c => new, e => 5}}, y => 9})))),
    show(depth(M)),
    show(lists:sort(flatten(invert(#{1 => a, 2 => b, 3 => a})))),
    Big = lists:foldl(fun(N, Acc) -> put_in([N rem 5, N rem 7, N], N * N, Acc) end, #{}, lists:seq(1, 200)),
    show([map_size(Big), length(flatten(Big)), get_in([100 rem 5, 100 rem 7, 100], Big), lists:sum([V || {_, V} <- flatten(Big)])]),
    ok.

get_in([], V) -> V;
get_in([K | Ks], M) -> case M of #{K := V} -> get_in(Ks, V); _ -> none end.

put_in([K], V, M) -> M#{K => V};
put_in([K | Ks], V, M) -> M#{K => put_in(Ks, V, maps:get(K, M, #{}))}.

remove_in([K], M) -> maps:remove(K, M);
remove_in([K | Ks], M) -> maps:update_with(K, fun(V) -> remove_in(Ks, V) end, M).

update_in([K], F, M) -> #{K := V} = M, M#{K := F(V)};
update_in([K | Ks], F, M) -> maps:update_with(K, fun(V) -> update_in(Ks, F, V) end, M).

flatten(M) -> [{[K | P], V} || {K, N} <- maps:to_list(M), {P, V} <- case is_map(N) of true -> flatten(N); false -> [{[], N}] end].

deep_merge(A, B) when is_map(A), is_map(B) -> maps:merge_with(fun(_, X, Y) -> deep_merge(X, Y) end, A, B);
deep_merge(_, B) -> B.

depth(M) when is_map(M) -> 1 + lists:max([0 | [depth(V) || V <- maps:values(M)]]);
depth(_) -> 0.

invert(M) -> maps:map(fun(_, Ks) -> lists:sort(Ks) end, maps:fold(fun(K, V, Acc) -> Acc#{V => [K | maps:get(V, Acc, [])]} end, #{}, M)).

show(Term) -> io:format("~0p~n", [Term]).
