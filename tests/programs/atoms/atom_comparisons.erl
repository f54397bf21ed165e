%% Atoms in matches, guards and order; booleans are atoms.
-module(atom_comparisons).
-export([start/0, id/1]).

start() ->
    Atoms = ['', a, aa, ab, b, 'A', 'Z', z, true, false, undefined, ok, 'a b', '1', 'aaaaaaaaaaaaaaaaaaaaaaaa',
             'abc', 'abcd', 'abce', 'a\x{e9}', 'a\x{3b1}'],
    erlang:display(lists:sort(Atoms) =:= lists:sort(fun(A, B) -> A =< B end, lists:reverse(Atoms))),
    [erlang:display(A) || A <- lists:sort(Atoms), length(atom_to_list(A)) > 1, hd(atom_to_list(A)) < 128],
    erlang:display([kind(X) || X <- [true, false, nil, [], 'TRUE', 1, "true"]]),
    erlang:display([is_boolean(X) || X <- [true, false, maybe_not, 1]]),
    erlang:display([is_atom(X) || X <- [id(true), a, "a", 1, {a}]]),
    erlang:display({not id(true), id(true) and false, id(false) or true, id(true) xor true}),
    erlang:display(catch_error(fun() -> not id(1) end)),
    erlang:display(catch_error(fun() -> id(true) and id(1) end)),
    erlang:display(catch_error(fun() -> id(nope) andalso true end)),
    erlang:display(catch_error(fun() -> id(nope) orelse true end)),
    erlang:display({id(false) andalso id(nope), id(true) orelse id(nope), id(true) andalso id(nope)}),
    ok.

kind(true) -> yes;
kind(false) -> no;
kind(A) when is_atom(A) -> atom;
kind(_) -> other.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
