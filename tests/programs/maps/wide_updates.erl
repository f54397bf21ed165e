%% Maps of many keys made and changed at once, and what is refused.
-module(wide_updates).
-export([start/0]).

start() ->
    X = id(1),
    Wide = #{a => X, b => 2, c => X, d => 4, e => X, f => 6, g => X, h => 8, i => X, j => 10, k => X, l => 12,
             m => X, n => 14, o => X, p => 16, q => X, r => 18, s => X, t => 20, u => X, v => 22, w => X, x => 24},
    erlang:display({map_size(Wide), lists:sum(maps:values(Wide))}),
    More = Wide#{aa => X, c => 0, bb => X, x => 0, cc => X, 1 => one, 2.0 => two, "s" => X, {t, X} => tuple,
                 <<"b">> => X, [] => nil, #{} => map, (1 bsl 70) => big},
    erlang:display({map_size(More), lists:sum([V || V <- maps:values(More), is_integer(V)])}),
    #{c := C, 1 := One, 2.0 := Two, "s" := S, {t, 1} := T, <<"b">> := B, [] := N, #{} := M,
      1180591620717411303424 := Big} = More,
    erlang:display({C, One, Two, S, T, B, N, M, Big}),
    erlang:display([maps:is_key(K, More) || K <- [1.0, 2, "t", {t, 2}, <<"c">>, zz, aa, 1 bsl 71, 1]]),
    Exact = Wide#{a := 0, b := 0, x := 0, w := 0, m := 0},
    erlang:display({map_size(Exact), lists:sum(maps:values(Exact))}),
    Same = Wide#{a := X, b => 2},
    erlang:display(Same =:= Wide),
    [K1, K2, K3] = [id(K) || K <- [k, k, z]],
    erlang:display(lists:sort(maps:to_list(#{K1 => 1, K2 => 2, K3 => 3}))),
    erlang:display(made(fun() -> (id(#{}))#{missing := 1} end)),
    erlang:display(made(fun() -> Wide#{a := 1, K3 := 1} end)),
    erlang:display(made(fun() -> (id([]))#{a := 1} end)),
    erlang:display(made(fun() -> (id({}))#{a => 1} end)),
    erlang:display([guarded(G) || G <- [Wide, #{a => 7}, #{}, x]]),
    Grown = lists:foldl(fun(I, Map) -> Map#{I * 7919 rem 1009 => I, {I rem 50} => I} end, #{}, lists:seq(1, 1200)),
    erlang:display({map_size(Grown), lists:sum(maps:values(Grown))}),
    erlang:display([fetch(I, Grown) || I <- [0, 1, 500, 1008, 1009, {0}, {49}, {50}, a]]),
    ok.

fetch(Key, Map) ->
    case Map of #{Key := Value} -> Value; _ -> none end.

guarded(M) when M#{a := 1} =:= #{a => 1} -> one;
guarded(M) when map_size(M#{b => 1}) =:= 1 -> empty;
guarded(M) when is_map_key(a, M) -> a;
guarded(_) -> none.

made(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
