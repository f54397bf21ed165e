%% Lists whose tail is no list: made, matched, walked and refused.
-module(improper_lists).
-export([start/0, id/1]).

start() ->
    Improper = id([1, 2 | three]),
    erlang:display(Improper),
    erlang:display([0 | Improper]),
    [A, B | C] = Improper,
    erlang:display({A, B, C}),
    erlang:display(tl(tl(Improper))),
    erlang:display(is_list(Improper)),
    erlang:display(walk(Improper)),
    erlang:display(walk([a, b])),
    erlang:display([[1 | 2] | [3 | 4]]),
    erlang:display([[] | []]),
    erlang:display([x | <<"binary">>]),
    erlang:display([x | #{}]),
    erlang:display(catch_error(fun() -> length(Improper) end)),
    erlang:display(catch_error(fun() -> hd(id([])) end)),
    erlang:display(catch_error(fun() -> tl(id(x)) end)),
    erlang:display(catch_error(fun() -> lists:reverse(Improper) end)),
    erlang:display(catch_error(fun() -> list_to_tuple(Improper) end)),
    erlang:display([1 | 2] =:= id([1 | 2])),
    erlang:display([1 | 2] < [1 | 3]),
    erlang:display([1 | 2] < [1, 2]),
    ok.

walk([Head | Tail]) -> [Head, walk(Tail)];
walk(End) -> {'end', End}.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
