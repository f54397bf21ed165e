%% Patterns whose keys are bound variables or guard expressions.
-module(computed_keys).
-export([start/0, id/1]).

start() ->
    Map = id(#{1 => one, {x, 2} => two, "three" => 3, <<"four">> => 4, 5.0 => five, nil => []}),
    Two = 2,
    #{{x, Two} := A} = Map,
    erlang:display(A),
    Text = "th" ++ id("ree"),
    #{Text := B} = Map,
    erlang:display(B),
    erlang:display([lookup(K, Map) || K <- [1, {x, 2}, <<"four">>, 5.0, 5, nil, 1.0]]),
    erlang:display(follow(a, #{a => b, b => c, c => d})),
    erlang:display(both(#{left => 1, right => 2})),
    erlang:display(both(#{left => 1})),
    erlang:display(both(not_a_map)),
    erlang:display(pick(x, #{x => y, y => z})),
    erlang:display(case Map of #{1 := one, {x, 3} := _} -> yes; #{1 := V} -> V; _ -> no end),
    erlang:display([V || #{k := V} <- [#{k => 1}, #{j => 2}, #{k => 3, j => 4}]]),
    erlang:display(count("mississippi")),
    ok.

lookup(Key, Map) ->
    case Map of
        #{Key := Value} -> {found, Value};
        #{} -> missing
    end.

follow(Key, Map) ->
    case Map of
        #{Key := Next} -> [Key | follow(Next, Map)];
        _ -> [Key]
    end.

both(#{left := L, right := R}) -> {L, R};
both(#{} = Map) -> {partial, map_size(Map)};
both(_) -> no_map.

pick(Key, Map) ->
    #{Key := Inner} = Map,
    #{Inner := Value} = Map,
    Value.

count(Text) ->
    Counts = lists:foldl(fun(C, M) ->
        case M of
            #{C := N} -> M#{C := N + 1};
            #{} -> M#{C => 1}
        end
    end, #{}, Text),
    [{[C], N} || {C, N} <- lists:sort(maps:to_list(Counts))].

id(X) -> X.
