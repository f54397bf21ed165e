%% select, match and match_object of an ordered set: both ways, some at once.
-module(select_in_order).
-export([start/0]).

start() ->
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{N, N rem 3} || N <- lists:seq(1, 20)]),
    Zero = [{{'$1', 0}, [], ['$1']}],
    All = [{{'$1', '_'}, [], ['$1']}],
    show(ets:select(T, Zero)),
    show(ets:select_reverse(T, Zero)),
    show(ets:match(T, {'$1', 1})),
    show(ets:match_object(T, {'_', 2})),
    [show({L, limited(T, All, L, select)}) || L <- [1, 3, 7, 19, 20, 21, 100]],
    [show({L, limited(T, Zero, L, select_reverse)}) || L <- [1, 4, 6, 7]],
    show(limited(T, {'$1', 1}, 3, match)),
    show(limited(T, {'_', 2}, 4, match_object)),
    show(ets:select(T, [{{100, '_'}, [], ['$_']}], 5)),
    show(ets:select(T, [{{5, '$1'}, [], ['$1']}, {{3, '$1'}, [], [three]}])),
    show(ets:select_reverse(T, [{{5, '$1'}, [], ['$1']}, {{3, '$1'}, [], [three]}])),
    {First, C} = ets:select(T, All, 5),
    show(First),
    ets:delete(T, 5),
    ets:delete(T, 6),
    ets:insert(T, {5.5, new}),
    {Second, D} = ets:select(C),
    show(Second),
    show(element(1, ets:select(C)) =:= Second),
    ets:delete_all_objects(T),
    show(ets:select(D)),
    show(ets:select('$end_of_table')),
    [show(try ets:F(T, P, L) catch error:R -> R end)
     || {F, P} <- [{select, All}, {match, '_'}, {match_object, '_'}, {select_reverse, All}], L <- [0, -1, a]],
    [show(try ets:select(X) catch error:R -> R end) || X <- [a, {}, {T, 1}, {1, 2, 3}]],
    ok.

limited(T, Spec, Limit, F) -> go_on(ets:F(T, Spec, Limit), F).

go_on('$end_of_table', _) -> [];
go_on({Found, Continuation}, F) -> [Found | go_on(ets:F(Continuation), F)].

show(Term) -> io:format("~0p~n", [Term]).
