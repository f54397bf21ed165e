%% Atoms of up to 255 characters, and one too many.
-module(long_atoms).
-export([start/0, id/1]).

start() ->
    Long = list_to_atom(lists:duplicate(255, $x)),
    erlang:display(length(atom_to_list(Long))),
    erlang:display(Long),
    Wide = list_to_atom(lists:duplicate(255, 16#3bb)),
    erlang:display({length(atom_to_list(Wide)), byte_size(atom_to_binary(Wide, utf8))}),
    erlang:display(catch_error(fun() -> list_to_atom(lists:duplicate(id(256), $x)) end)),
    erlang:display(catch_error(fun() -> binary_to_atom(binary:copy(<<"y">>, id(256)), utf8) end)),
    Atoms = [list_to_atom("generated_" ++ integer_to_list(N)) || N <- lists:seq(1, 500)],
    erlang:display(length(lists:usort(Atoms))),
    erlang:display(lists:nth(250, Atoms)),
    erlang:display([A || A <- Atoms, A =:= generated_77]),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
