%% The external term format of every type, byte by byte, and back.
-module(external_format_bytes).
-export([start/0]).

start() ->
    Terms = [0, 255, 256, -1, 1 bsl 31, -(1 bsl 31), 1 bsl 27, (1 bsl 31) - 1, 1 bsl 32, 1 bsl 64, -(1 bsl 64), 1 bsl 2040, 1.5, -0.25, 'at om', [], "abc", [1, 300], [a | b], {}, {1, {2}}, <<>>, <<1, 2>>, <<5:3>>, #{}, #{1 => 2}, fun lists:map/2, lists:seq(1, 300), list_to_tuple(lists:seq(1, 260))],
    [begin
        Bytes = term_to_binary(T, [{minor_version, 1}]),
        io:format("~w ~w~n", [byte_size(Bytes), if byte_size(Bytes) < 40 -> Bytes; true -> binary:part(Bytes, 0, 16) end]),
        T = binary_to_term(Bytes)
     end || T <- Terms],
    [io:format("~w~n", [term_to_binary(T, [{minor_version, 2}])]) || T <- [abc, 'é', '日本', {ok, a}]],
    io:format("~w~n", [term_to_binary(1.5, [{minor_version, 0}])]),
    io:format("~w~n", [[byte_size(term_to_binary(lists:duplicate(1000, $x), [O])) < 100 || O <- [compressed, {compressed, 9}, {compressed, 1}]]]),
    io:format("~w~n", [binary_to_term(term_to_binary(lists:duplicate(1000, y), [compressed])) =:= lists:duplicate(1000, y)]),
    io:format("~w~n", [[erlang:external_size(T) =:= byte_size(term_to_binary(T)) || T <- [1, {a, b}, "text", <<1:3>>, #{k => v}]]]),
    io:format("~w~n", [binary_to_term(<<131, 97, 5, 1, 2>>, [used])]),
    io:format("~w~n", [[try binary_to_term(list_to_binary([131 | B])) catch C:R -> {C, R} end
                        || B <- [[], [97], [98, 0, 0], [99], [104, 2, 97, 1], [108, 0, 0, 0, 1, 97, 1], [107, 0, 5, $a], [109, 255, 255, 255, 255], [77, 0, 0, 0, 1, 9, 0], [119, 1, 255], [116, 0, 0, 0, 2, 97, 1, 97, 2, 97, 1, 97, 3], [200], [110, 2, 2, 1, 1], [70, 127, 240, 0, 0, 0, 0, 0, 0]]]]),
    io:format("~w~n", [[try binary_to_term(X) catch C:R -> {C, R} end || X <- [<<>>, <<130, 97, 1>>, <<131>>, x, <<131, 97, 1:4>>]]]),
    io:format("~w~n", [[try binary_to_term(X, [safe]) catch C:R -> {C, R} end || X <- [term_to_binary(ok), <<131, 119, 20, "never_seen_atom_19_x">>]]]),
    io:format("~w~n", [[try term_to_binary(a, O) catch C:R -> {C, R} end || O <- [x, [x], [{compressed, 10}], [{minor_version, 3}], [{compressed, x}]]]]),
    io:format("~w~n", [iolist_to_binary(term_to_iovec({a, <<"bin">>})) =:= term_to_binary({a, <<"bin">>})]),
    ok.
