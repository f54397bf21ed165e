%% lookup/2, lookup_element/3, member/2, take/2: large values, copies, errors.
-module(lookups).
-export([start/0]).

start() ->
    T = ets:new(t, []),
    Large = binary:copy(<<"0123456789">>, 100),
    Value = #{deep => [{1, [2, {3, Large}]}], part => binary:part(Large, 5, 3), long => binary:part(Large, 5, 500)},
    ets:insert(T, {key, Value, 1.5, 1 bsl 100, fun lists:map/2, self(), make_ref()}),
    [{key, Same, 1.5, Big, Fun, Pid, _}] = ets:lookup(T, key),
    show([Same =:= Value, Big =:= 1 bsl 100, Fun =:= fun lists:map/2, Pid =:= self()]),
    show(maps:get(part, ets:lookup_element(T, key, 2))),
    show(byte_size(maps:get(long, ets:lookup_element(T, key, 2)))),
    Closed = fun(X) -> X + length(maps:get(deep, Value)) end,
    ets:insert(T, {closure, Closed}),
    show((ets:lookup_element(T, closure, 2))(41)),
    ets:insert(T, {Value, by_map}),
    show(ets:lookup_element(T, Value, 2)),
    ets:delete_all_objects(T),
    show(maps:size(Same)),
    ets:insert(T, {k, 2, 3}),
    [show(try ets:lookup_element(T, K, P) catch error:R -> R end)
     || {K, P} <- [{k, 1}, {k, 3}, {k, 4}, {k, 0}, {k, -1}, {k, a}, {k, 1.0}, {none, 1}, {none, 9}]],
    show(ets:take(T, none)),
    show(ets:take(T, k)),
    show(ets:lookup(T, k)),
    [show(try F(gone) catch error:R -> R end)
     || F <- [fun(X) -> ets:lookup(X, 1) end, fun(X) -> ets:member(X, 1) end, fun(X) -> ets:take(X, 1) end,
              fun ets:first/1, fun ets:last/1, fun ets:delete/1, fun ets:tab2list/1, fun(X) -> ets:insert(X, {1}) end]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
