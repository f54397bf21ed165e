%% element, setelement, tuple_size and their wrong arguments.
-module(element_setelement).
-export([start/0, id/1]).

start() ->
    Tuple = id({a, b, c}),
    erlang:display(element(1, Tuple)),
    erlang:display(element(id(3), Tuple)),
    erlang:display(setelement(2, Tuple, new)),
    erlang:display(setelement(id(1), Tuple, {nested, Tuple})),
    erlang:display(Tuple),
    erlang:display(tuple_size(Tuple)),
    erlang:display(size(Tuple)),
    erlang:display(tuple_size(id({}))),
    erlang:display([catch_error(fun() -> element(I, Tuple) end) || I <- [0, 4, -1, x, 1.0, 1 bsl 70]]),
    erlang:display([catch_error(fun() -> setelement(I, Tuple, x) end) || I <- [0, 4, x]]),
    erlang:display(catch_error(fun() -> element(1, id([a])) end)),
    erlang:display(catch_error(fun() -> tuple_size(id([a])) end)),
    erlang:display(tuple_to_list(Tuple)),
    erlang:display(list_to_tuple([Tuple, 2, "three"])),
    erlang:display(erlang:append_element(Tuple, d)),
    erlang:display(erlang:make_tuple(4, zero)),
    erlang:display(erlang:delete_element(2, Tuple)),
    erlang:display(erlang:insert_element(2, Tuple, between)),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
