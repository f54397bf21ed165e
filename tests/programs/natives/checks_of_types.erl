%% is_… functions called with every type,.
-module(checks_of_types).
-export([start/0]).

start() ->
    Values = [1, 1 bsl 70, 1.0, a, true, [], [1], {}, <<>>, <<1:1>>, #{}, self(), make_ref(), fun start/0],
    Tests = [is_integer, is_float, is_number, is_atom, is_boolean, is_list, is_tuple, is_binary, is_bitstring, is_map, is_pid, is_reference, is_function, is_port],
    [io:format("~w ~w~n", [T, [case erlang:T(V) of true -> 1; false -> 0 end || V <- Values]]) || T <- Tests],
    io:format("~w~n", [[is_function(fun start/0, N) || N <- [0, 1, 255, 256]]]),
    io:format("~w~n", [[try is_function(F, A) catch C:R -> {C, R} end || {F, A} <- [{a, -1}, {fun start/0, -1}, {fun start/0, a}, {fun start/0, 1.0}]]]),
    io:format("~w~n", [[try is_record(X, Y) catch C:R -> {C, R} end || {X, Y} <- [{{a}, a}, {{a}, b}, {{}, a}, {a, a}, {{a}, 1}, {{a}, "a"}]]]),
    io:format("~w~n", [[try is_map_key(K, M) catch C:R -> {C, R} end || {K, M} <- [{a, #{a => 1}}, {b, #{}}, {a, x}]]]),
    io:format("~w~n", [[try map_get(K, M) catch C:R -> {C, R} end || {K, M} <- [{a, #{a => 1}}, {b, #{}}, {a, x}]]]),
    io:format("~w~n", [[try map_size(M) catch C:R -> {C, R} end || M <- [#{a => 1}, #{}, x, []]]]),
    io:format("~w~n", [[try apply(erlang, is_atom, A) catch C:R -> {C, R} end || A <- [[], [a], [a, b]]]]),
    io:format("~w~n", [[try node(X) catch C:R -> {C, R} end || X <- [self(), make_ref(), a, 1]]]),
    ok.
