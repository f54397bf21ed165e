%% Comprehensions over maps, and such that make maps.
-module(map_generators).
-export([start/0]).

start() ->
    Large = #{I => I * I || I <- lists:seq(1, 100)},
    [print(lists:sort([{V, K} || K := V <- Map])) || Map <- [#{}, #{a => 1}, #{1 => a, b => 2, "c" => <<3>>}, Large]],
    print(#{K => {V} || K := V <- #{a => 1, b => 2}, V > 1}),
    print(map_size(#{V rem 7 => K || K := V <- Large})),
    print(lists:sum([byte_size(<< <<V:32>> || _ := V <- Large >>) || _ <- [1, 2]])),
    print([{K, L} || K := {x, _} = V <- #{1 => {x, y}, 2 => z}, L <- [V, K]]),
    print(lists:sort([K || K := V <- Large, J := W <- #{3 => 9, 10 => 100, 5 => 26}, K =:= J, V =:= W])),
    iterators(Large),
    wrong(),
    changed(Large),
    ok.

print(Term) ->
    io:format("~w~n", [Term]).

iterators(Large) ->
    print([K || K := _ <- maps:iterator(Large, ordered)]),
    print([K || K := _ <- maps:iterator(Large, reversed), K rem 10 =:= 0]),
    print(lists:sort([K || K := _ <- maps:iterator(Large)])),
    print([{K, V} || K := V <- maps:next(maps:iterator(#{1 => a, 2 => b}))]),
    print([K || K := _ <- none]),
    print([K || K := _ <- {a, b, {c, d, none}}]).

wrong() ->
    [print(try [K || K := _ <- Wrong] catch error:Reason -> Reason end)
        || Wrong <- [[], [a], x, 1.5, {a, b}, {a, b, c}, {a, b, {c}}, [x | #{}], [[y] | #{}], <<>>]],
    print(try #{K => hd(V) || K := V <- #{a => [], b => []}} catch error:Class -> Class end),
    print(try [K || K := V <- #{a => 1}, V] catch error:Filter -> Filter end),
    print([K || K := true <- #{a => 1, b => true}]).

%% A map that is made anew while another is walked stays what it was.
changed(Large) ->
    New = lists:foldl(fun(K, Map) -> #{I => V || I := V <- Map, I =/= K} end, Large, lists:seq(1, 90)),
    print(lists:sort(maps:to_list(New))),
    print(map_size(Large)).
