%% Long literal lists, strings and tuples, and code that builds long lists.
-module(long_lists).
-export([start/0, id/1]).

start() ->
    N = id(1),
    Built = [N, N + 1, N + 2, N + 3, N + 4, N + 5, N + 6, N + 7, N + 8, N + 9, N + 10, N + 11, N + 12, N + 13, N + 14,
             N + 15, N + 16, N + 17, N + 18, N + 19, N + 20, N + 21, N + 22, N + 23, N + 24, N + 25, N + 26, N + 27,
             N + 28, N + 29, N + 30, N + 31, N + 32, N + 33, N + 34, N + 35, N + 36, N + 37, N + 38, N + 39],
    erlang:display(Built =:= lists:seq(1, 40)),
    erlang:display(length(text())),
    erlang:display([C || C <- text(), C =:= $q orelse C =:= $z]),
    erlang:display(case Built of [_, _, _, _, _, _, _, _, _, _, Eleventh | Rest] -> {Eleventh, length(Rest)} end),
    erlang:display(tuple_size(erlang:list_to_tuple(text()))),
    [A, B, C, D, E, F, G, H, I, J | _] = lists:reverse(Built),
    erlang:display({A, B, C, D, E, F, G, H, I, J}),
    erlang:display(byte_size(<<"a rather long binary that stands in the code as one literal, longer than sixty-four">>)),
    Map = #{a => N, b => N, c => N, d => N, e => N, f => N, g => N, h => N, i => N, j => N, k => N, l => N, m => N,
            n => N, o => N, p => N, q => N, r => N, s => N, t => N, u => N, v => N, w => N, x => N, y => N, z => N,
            aa => N, bb => N, cc => N, dd => N, ee => N, ff => N, gg => N, hh => N, ii => N, jj => N, kk => N},
    erlang:display(map_size(Map)),
    #{a := V1, m := V2, kk := V3} = Map#{m := 2, kk := 3},
    erlang:display({V1, V2, V3}),
    ok.

text() ->
    "the quick brown fox jumps over the lazy dog and then the quick brown fox jumps back again over the dog, "
    "which is still as lazy as it was before, and so on until the string is long enough to be a literal".

id(X) -> X.
