%% Atoms become text and text becomes atoms; text survives the way there and back.
-module(atom_text).
-export([start/0, id/1]).

start() ->
    erlang:display(atom_to_list(id(hello))),
    erlang:display(list_to_atom(id("hello world"))),
    erlang:display(list_to_atom(id("Upper"))),
    erlang:display(list_to_atom(id(""))),
    erlang:display(list_to_atom(id("a1_@b"))),
    erlang:display(atom_to_binary(id('it\'s'), utf8)),
    erlang:display(binary_to_atom(id(<<"from_binary">>), utf8)),
    erlang:display(list_to_existing_atom(id("hello"))),
    erlang:display(binary_to_existing_atom(id(<<"hello">>), utf8)),
    erlang:display(catch_error(fun() -> list_to_existing_atom("never_made_" ++ "before_1") end)),
    erlang:display(catch_error(fun() -> list_to_atom(id(not_a_list)) end)),
    erlang:display(catch_error(fun() -> list_to_atom(id([1, x])) end)),
    erlang:display(list_to_atom("a" ++ "b") =:= id(ab)),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
