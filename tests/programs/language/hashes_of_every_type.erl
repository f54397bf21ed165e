%% phash2 and phash of every type, with ranges, and equal terms with equal hashes.
-module(hashes_of_every_type).
-export([start/0]).

start() ->
    Terms = [0, 1, -1, 255, 1 bsl 26, 1 bsl 27, 1 bsl 28, -(1 bsl 27), 1 bsl 59, 1 bsl 60, 1 bsl 64, -(1 bsl 64), 1 bsl 200, 0.0, 1.0, -1.5, 1.0e100, a, abc, 'ünï', true, [], [1], "abc", "a longer text, of more characters", [a | b], [[], [[]]], [256, 1], lists:seq(1, 100), {}, {1}, {a, {b, "c"}}, <<>>, <<1>>, <<"abc">>, <<"a longer binary, of more bytes than thirty-two">>, <<1:1>>, <<5:3>>, <<1, 2, 3:7>>, #{}, #{a => 1}, #{1 => 2, 3 => 4}, maps:from_list([{N, N} || N <- lists:seq(1, 40)]), fun lists:map/2],
    [io:format("~w ~w ~w~n", [erlang:phash2(T), erlang:phash2(T, 1000), erlang:phash2(T, 1 bsl 32)]) || T <- Terms],
    [io:format("~w ~w~n", [erlang:phash(T, 1 bsl 32), erlang:phash(T, 100)]) || T <- Terms, not is_map(T), not is_function(T)],
    io:format("~w~n", [[erlang:phash2(T) =:= erlang:phash2(binary_to_term(term_to_binary(T))) || T <- Terms]]),
    io:format("~w~n", [lists:usort([erlang:phash2(make_ref(), 1) , erlang:phash2(self(), 1)])]),
    io:format("~w~n", [[try erlang:phash2(a, R) catch C:X -> {C, X} end || R <- [0, -1, 1 bsl 32 + 1, x, 1.0]]]),
    io:format("~w~n", [[try erlang:phash(a, R) catch C:X -> {C, X} end || R <- [0, -1, 1 bsl 32 + 1, x]]]),
    io:format("~w~n", [[erlang:crc32(B) || B <- ["", "abc", <<"abc">>, ["a", [<<"b">>, $c]]]]]),
    io:format("~w~n", [[erlang:adler32(B) || B <- ["", "abc", <<"abc">>, ["a", [<<"b">>, $c]]]]]),
    ok.
