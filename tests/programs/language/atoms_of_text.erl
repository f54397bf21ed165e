%% Atoms from and to text in every encoding, quoting, limits, and unknown ones.
-module(atoms_of_text).
-export([start/0]).

start() ->
    Atoms = [a, 'A', '', ' ', 'a b', 'new\nline', 'é', 'ÿ', 'Ω', '日本語', '😀', 'a@b', 'a_B9', '9a', '_x', 'and', 'fun', 'maybe_x', 'nil', '\\', '"', '\x{7f}', '\x{9f}'],
    [io:format("~w ~tw ~ts ~tp~n", [A, A, A, A]) || A <- Atoms],
    [io:format("~w ~w ~w~n", [atom_to_list(A), atom_to_binary(A), length(atom_to_list(A))]) || A <- Atoms],
    io:format("~w~n", [[try atom_to_binary(A, latin1) catch C:R -> {C, R} end || A <- ['é', 'Ω', a]]]),
    io:format("~w~n", [[list_to_atom(atom_to_list(A)) =:= A andalso binary_to_atom(atom_to_binary(A)) =:= A || A <- Atoms]]),
    io:format("~w~n", [[binary_to_atom(<<"abc">>, E) || E <- [utf8, unicode, latin1]]]),
    io:format("~w~n", [[try list_to_existing_atom(L) catch C:R -> {C, R} end || L <- ["ok", "surely_no_atom_" ++ "yet_17", "é"]]]),
    io:format("~w~n", [[try binary_to_existing_atom(L, utf8) catch C:R -> {C, R} end || L <- [<<"ok">>, <<"surely_no_atom_", "yet_18">>, <<255>>]]]),
    io:format("~w~n", [[try list_to_atom(L) of A -> length(atom_to_list(A)) catch C:R -> {C, R} end || L <- [lists:duplicate(255, $x), lists:duplicate(256, $x), lists:duplicate(255, 16#65E5), [x], [-1], [16#D800], [16#110000], x, [1.0]]]]),
    io:format("~w~n", [[try binary_to_atom(L, E) catch C:R -> {C, R} end || {L, E} <- [{<<255>>, utf8}, {<<255>>, latin1}, {<<1:3>>, utf8}, {a, utf8}, {<<"a">>, utf32}]]]),
    io:format("~w~n", [lists:sort(['b', a, 'B', 'é', 'z', 'Ω', '', ' '])]),
    io:format("~w~n", [['abc' =:= abc, 'Abc' =:= abc, a < b, 'a' < 'ab', 'Z' < a, 'é' > z]]),
    ok.
