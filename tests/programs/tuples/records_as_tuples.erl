%% Records seen as tuples, and tuples as records: fields moved, sizes changed.
-module(records_as_tuples).
-export([start/0]).

-record(v1, {name, age = 0}).
-record(v2, {name, age = 0, tags = [], extra = #v1{name = inner}}).

start() ->
    R = #v1{name = "n"},
    show([tuple_size(R), element(1, R), tuple_to_list(R), R =:= {v1, "n", 0}]),
    show([is_record(X, v1) || X <- [R, {v1}, {v1, 1, 2}, {v1, 1, 2, 3}, {v2, 1, 2, 3, 4}]]),
    show(upgrade(R)),
    show(upgrade(upgrade(R))),
    show((upgrade(R))#v2.extra#v1.name),
    show([record_info(size, v1), record_info(size, v2), record_info(fields, v2)]),
    show(to_map(R)),
    show(lists:zip(record_info(fields, v2), tl(tuple_to_list(#v2{name = x})))),
    show([element(#v2.tags, #v2{tags = [t]}), setelement(#v2.age, #v2{}, 5)]),
    show(lists:keyfind(b, #v1.name, [#v1{name = a}, #v1{name = b, age = 2}])),
    show([N || #v1{name = N, age = A} <- [R, #v1{age = 5, name = old}, #v2{}], A > 1]),
    show(lists:foldl(fun(F, Acc) -> F(Acc) end, R, [fun(X) -> X#v1{age = 1} end, fun(#v1{age = A} = X) -> X#v1{age = A + 1} end])),
    show([try X#v1.age catch error:{badrecord, Y} -> {bad, Y} end || X <- [list_to_tuple([v1, a]), list_to_tuple([v2, a, b])]]),
    ok.

upgrade(#v1{name = N, age = A}) -> #v2{name = N, age = A};
upgrade(#v2{tags = T} = R) -> R#v2{tags = [again | T]}.

to_map(#v1{} = R) -> lists:sort(lists:zip(record_info(fields, v1), tl(tuple_to_list(R)))).

show(Term) -> io:format("~0p~n", [Term]).
