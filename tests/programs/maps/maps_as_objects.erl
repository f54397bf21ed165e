%% Maps as objects with methods, inheritance by lookup,.
-module(maps_as_objects).
-export([start/0]).

start() ->
    Animal = #{name => "animal", speak => fun(S) -> get_in(name, S) ++ " makes a sound" end, legs => 4},
    Dog = #{parent => Animal, name => "dog", speak => fun(S) -> get_in(name, S) ++ " barks" end},
    Puppy = #{parent => Dog, name => "puppy"},
    Bird = #{parent => Animal, name => "bird", legs => 2},
    show([call(speak, O) || O <- [Animal, Dog, Puppy, Bird]]),
    show([get_in(legs, O) || O <- [Animal, Puppy, Bird]]),
    show([try get_in(wings, O) catch error:R -> R end || O <- [Bird]]),
    show(get_in(legs, Puppy#{legs => 3})),
    show([depth(O) || O <- [Animal, Dog, Puppy]]),
    Stack = lists:foldl(fun(X, S) -> (maps:get(push, S))(X, S) end, stack(), [1, 2, 3]),
    {V, Less} = (maps:get(pop, Stack))(Stack),
    show([V, maps:get(items, Less), maps:get(items, Stack)]),
    ok.

get_in(K, #{} = O) ->
    case O of
        #{K := V} -> V;
        #{parent := P} -> get_in(K, P);
        #{} -> error({no_field, K})
    end.

call(M, O) -> (get_in(M, O))(O).

depth(#{parent := P}) -> 1 + depth(P);
depth(#{}) -> 0.

stack() -> #{items => [], push => fun(X, #{items := L} = S) -> S#{items := [X | L]} end, pop => fun(#{items := [H | T]} = S) -> {H, S#{items := T}} end}.

show(Term) -> io:format("~0p~n", [Term]).
