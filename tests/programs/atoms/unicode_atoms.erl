%% Atoms of letters beyond ASCII, as code points and as UTF-8 bytes.
-module(unicode_atoms).
-export([start/0, id/1]).

start() ->
    Atoms = [id('\x{e9}t\x{e9}'), '\x{3bb}', '\x{65e5}\x{672c}', '\x{1f600}', 'na\x{ef}ve'],
    [erlang:display(length(atom_to_list(A))) || A <- Atoms],
    [erlang:display([0 | [C || C <- atom_to_list(A), C > 127]]) || A <- Atoms],
    [erlang:display(binary_to_list(atom_to_binary(A, utf8)) ++ [0]) || A <- Atoms],
    [true = list_to_atom(atom_to_list(A)) =:= A || A <- Atoms],
    [true = binary_to_atom(atom_to_binary(A, utf8), utf8) =:= A || A <- Atoms],
    erlang:display(binary_to_list(atom_to_binary('\x{e9}', latin1)) ++ [0]),
    erlang:display(binary_to_atom(<<16#e9>>, latin1) =:= '\x{e9}'),
    erlang:display(catch_error(fun() -> atom_to_binary(id('\x{3bb}'), latin1) end)),
    erlang:display(catch_error(fun() -> binary_to_atom(id(<<16#ff>>), utf8) end)),
    erlang:display(list_to_atom([16#3bb]) =:= '\x{3bb}'),
    erlang:display('\x{3bb}' > z),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
