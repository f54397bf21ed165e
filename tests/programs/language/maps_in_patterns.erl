%% Map patterns: computed keys, nested ones, guards,.
-module(maps_in_patterns).
-export([start/0]).

start() ->
    M = #{a => 1, "b" => 2, 3 => three, 3.0 => float, {t, 1} => #{inner => [x, y]}, <<"bin">> => <<"v">>, [] => nil},
    #{a := A, "b" := B, 3 := C, 3.0 := D} = M,
    show({A, B, C, D}),
    #{{t, 1} := #{inner := [X | Rest]}} = M,
    show({X, Rest}),
    Key = id({t, 1}),
    #{Key := #{inner := Inner}} = M,
    show(Inner),
    Part = id(<<"in">>),
    #{<<"b", Part/binary>> := V} = M,
    show(V),
    show([kind(N) || N <- [#{}, #{a => 1}, #{a => 2, b => 1}, #{b => x}, #{a => #{b => #{c => deep}}}, [], #{type => circle, r => 2}, #{type => square, side => 3}]]),
    show(try #{missing := _} = id(M) catch error:{badmatch, Map} -> {badmatch, map_size(Map)} end),
    show([get3(Q) || Q <- [#{1 => int}, #{1.0 => float}, #{1 => int, 1.0 => float}]]),
    Fun = fun(#{x := Xx} = Whole) when map_size(Whole) > 1 -> {many, Xx}; (#{x := Xx}) -> {one, Xx}; (_) -> none end,
    show([Fun(Q) || Q <- [#{x => 1}, #{x => 1, y => 2}, #{y => 1}]]),
    show(lists:sort([K || {K, N} <- maps:to_list(#{a => 1, b => 2, c => 3}), N > 1])),
    Same = id(1),
    show([case Q of #{v := Same} -> same; #{v := _} -> other; _ -> none end || Q <- [#{v => 1}, #{v => 1.0}, #{w => 1}]]),
    #{k := #{k := #{k := Deepest}}} = #{k => #{k => #{k => bottom}}},
    show(Deepest),
    ok.

kind(#{a := #{b := #{c := C}}}) -> {nested, C};
kind(#{a := N, b := M}) when N > M -> {a_greater, N};
kind(#{type := circle, r := R}) -> {area, 3 * R * R};
kind(#{type := square, side := S}) -> {area, S * S};
kind(#{a := N}) -> {only_a, N};
kind(#{} = M) when map_size(M) =:= 0 -> empty;
kind(#{}) -> other_map;
kind(_) -> no_map.

get3(#{1 := X, 1.0 := Y}) -> {X, Y};
get3(#{1 := X}) -> X;
get3(#{1.0 := X}) -> X.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).
