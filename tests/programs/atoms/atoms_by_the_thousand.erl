%% Thousands of atoms made while running: found again, compared, ordered, in maps.
-module(atoms_by_the_thousand).
-export([start/0]).

start() ->
    Names = ["made_" ++ integer_to_list(N) || N <- lists:seq(1, 2000)],
    Atoms = [list_to_atom(N) || N <- Names],
    show(length(lists:usort(Atoms))),
    show([atom_to_list(A) || A <- Atoms] =:= Names),
    show([list_to_existing_atom(N) || N <- Names] =:= Atoms),
    show([binary_to_atom(list_to_binary(N)) || N <- Names] =:= Atoms),
    show(lists:sublist(lists:sort(Atoms), 5)),
    show(lists:sort(Atoms) =:= [list_to_atom(N) || N <- lists:sort(Names)]),
    Map = maps:from_list(lists:zip(Atoms, lists:seq(1, 2000))),
    show([maps:get(made_7, Map), maps:get(made_1999, Map), maps:is_key(made_2001, Map)]),
    show(lists:sum([maps:get(A, Map) || A <- Atoms])),
    show([A || A <- ['made_5', 'made_50'], lists:member(A, Atoms)]),
    show(binary_to_term(term_to_binary(Atoms)) =:= Atoms),
    show([erlang:phash2(A) || A <- lists:sublist(Atoms, 3)]),
    show(['' < a, a < aa, 'A' < a, 'é' < 'ê', '10' < '9']),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
