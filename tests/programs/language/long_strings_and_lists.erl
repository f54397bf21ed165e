%% Long literal lists, strings and tuples in code: indexed, matched and compared.
-module(long_strings_and_lists).
-export([start/0]).

start() ->
    L = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250, 260, 270, 280, 290, 300],
    T = {a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff},
    S = "The quick brown fox jumps over the lazy dog and runs through the forest until it comes to a river that it cannot cross.",
    B = <<"The quick brown fox jumps over the lazy dog and runs through the forest until it comes to a river that it cannot cross.">>,
    show([length(L), tuple_size(T), length(S), byte_size(B)]),
    show([lists:sum(L), element(30, T), lists:nth(50, S), binary:at(B, 49)]),
    show([list_to_binary(S) =:= B, binary_to_list(B) =:= S, list_to_tuple(tuple_to_list(T)) =:= T]),
    [A, _, _, _, _, _, _, _, _, _, K | Rest] = L,
    show({A, K, length(Rest)}),
    {_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, Z, AA, _, _, _, _, FF} = T,
    show({Z, AA, FF}),
    "The quick " ++ Tail = S,
    show(length(Tail)),
    <<"The quick ", Four:4/binary, _/binary>> = B,
    show(Four),
    show([C || C <- S, C >= $A, C =< $Z]),
    show(lists:sort(lists:usort(S))),
    show([N || N <- L, N rem 70 =:= 0]),
    show(length(string:lexemes(S, " "))),
    show(maps:size(maps:from_list([{W, true} || W <- string:lexemes(S, " .")]))),
    show(erlang:phash2({L, T, S, B})),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
