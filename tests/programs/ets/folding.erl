%% foldl/3, foldr/3, tab2list/1, init_table/2, slot/2.
-module(folding).
-export([start/0]).

start() ->
    O = ets:new(o, [ordered_set]),
    ets:insert(O, [{N} || N <- lists:seq(1, 10)]),
    show(ets:foldl(fun({N}, L) -> [N | L] end, [], O)),
    show(ets:foldr(fun({N}, L) -> [N | L] end, [], O)),
    show([ets:slot(O, N) || N <- [0, 5, 9, 10]]),
    show(try ets:slot(O, 11) catch error:R -> R end),
    show(try ets:slot(O, -1) catch error:R1 -> R1 end),
    [kind(K) || K <- [set, bag, duplicate_bag]],
    show(try ets:foldl(fun(_, _) -> throw(out) end, x, O) catch throw:T -> T end),
    show(ets:info(O, fixed)),
    show(try ets:foldl(fun(X, _) -> X end, x, none) catch error:R2 -> R2 end),
    show(ets:init_table(O, reader([[{a}, {b}], [], [{c}]]))),
    show(ets:tab2list(O)),
    show(try ets:init_table(O, fun(_) -> wrong end) catch exit:E -> E end),
    ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    Objects = lists:sort([{N, V} || N <- lists:seq(1, 100), V <- case Kind of set -> [1]; _ -> [1, 2] end]),
    ets:insert(T, Objects),
    show(lists:sort(ets:foldl(fun(X, L) -> [X | L] end, [], T)) =:= Objects),
    show(lists:sort(ets:foldr(fun(X, L) -> [X | L] end, [], T)) =:= Objects),
    show(ets:foldl(fun({N, _}, S) -> S + N end, 0, T)),
    show(lists:sort(slots(T, 0)) =:= Objects).

slots(T, N) ->
    case ets:slot(T, N) of
        '$end_of_table' -> [];
        Objects -> Objects ++ slots(T, N + 1)
    end.

reader([]) -> fun(read) -> end_of_input end;
reader([Objects | More]) -> fun(read) -> {Objects, reader(More)} end.

show(Term) -> io:format("~0p~n", [Term]).
