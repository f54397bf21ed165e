%% When atoms need quotes, and what they escape
-module(quoted_atoms).
-export([start/0]).

start() ->
    Atoms = [a, 'A', '', ' ', 'a b', a@b, a_b, '_a', '1a', a1, 'a-b', 'it\'s', 'new\nline', 'tab\t', 'back\\slash', 'ä', 'Ä', 'end', 'case', 'fun', 'maybe', '日本', '\x{1}'],
    [io:format("~p ~w ~tp ~s~n", [A, A, A, io_lib:write_string(lists:flatten(io_lib:format("~tw", [A])))]) || A <- Atoms, A =/= '日本', A =/= 'maybe'],
    io:format("~w ~tw~n", ['日本', '日本']),
    ok.
