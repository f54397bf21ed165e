%% Keys of every type in large maps: 1 is not 1.0, and what is equal is one key.
-module(map_keys).
-export([start/0, id/1]).

start() ->
    Keys = keys(),
    Map = maps:from_list([{K, {value, K}} || K <- Keys]),
    erlang:display(map_size(Map) =:= length(Keys)),
    %% Found by copies of the keys, which lie elsewhere.
    Copies = binary_to_term(term_to_binary(Keys)),
    erlang:display(lists:all(fun(K) -> map_get(K, Map) =:= {value, K} end, Copies)),
    erlang:display(lists:all(fun(K) -> is_map_key(K, Map) end, Copies)),
    erlang:display([K || K <- [1.5, {}, "absent", <<"absent">>, absent, 1 bsl 200, #{absent => 1}, [a | b], -1.0], is_map_key(K, Map)]),
    erlang:display({map_get(id(7), Map), map_get(id(7.0), Map)}),
    [erlang:display(bad(F)) || F <- [fun() -> map_get(absent, Map) end, fun() -> maps:get({1, 2, 3}, Map) end,
                                     fun() -> maps:update(absent, 1, Map) end, fun() -> Map#{absent := 1} end,
                                     fun() -> Map#{7 := 1, 7.0 := 2, {absent} := 3} end]],
    erlang:display(Map =:= lists:foldl(fun(K, M) -> M#{K => {value, K}} end, #{}, lists:reverse(Copies))),
    %% Updating by a copy of a key changes its value only.
    Updated = lists:foldl(fun(K, M) -> M#{K := changed} end, Map, Copies),
    erlang:display(lists:usort(maps:values(Updated))),
    erlang:display(map_size(Updated) =:= map_size(Map)),
    erlang:display(maps:take(id(7.0), #{7 => a, 7.0 => b})),
    {Taken, Rest} = maps:take(hd(Copies), Map),
    erlang:display({Taken, map_size(Rest) - map_size(Map), maps:find(hd(Keys), Rest)}),
    Gone = lists:foldl(fun maps:remove/2, Map, Copies),
    erlang:display(Gone),
    erlang:display(maps:with([7, 7.0, absent], Map)),
    matched(Map),
    nested(20),
    ok.

keys() ->
    lists:seq(-20, 20) ++ [float(N) || N <- lists:seq(1, 20)] ++ [N / 7 || N <- lists:seq(1, 6)] ++
        [1 bsl (55 + N) || N <- lists:seq(1, 20)] ++ [-(1 bsl (55 + N)) || N <- lists:seq(1, 20)] ++
        [{k, N} || N <- lists:seq(1, 20)] ++ [{{N, float(N)}, [N]} || N <- lists:seq(1, 20)] ++
        [integer_to_list(N) || N <- lists:seq(1, 20)] ++ [[N | N + 1] || N <- lists:seq(1, 20)] ++
        [<<N:16>> || N <- lists:seq(1, 20)] ++ [<<N:7>> || N <- lists:seq(1, 20)] ++
        [binary:copy(<<N>>, 100) || N <- lists:seq(1, 20)] ++ [true, false, [], {}, <<>>, #{}] ++
        [list_to_atom("k" ++ integer_to_list(N)) || N <- lists:seq(1, 50)] ++
        [#{N => a} || N <- lists:seq(1, 20)] ++ [#{float(N) => a} || N <- lists:seq(1, 20)] ++
        [maps:from_keys(lists:seq(1, 30 + N), N) || N <- lists:seq(1, 6)] ++
        [fun ?MODULE:id/1, fun lists:map/2].

bad(F) ->
    try F() of
        Other -> Other
    catch
        error:Reason -> Reason
    end.

matched(Map) ->
    Key = id({k, 3}),
    #{Key := Value, 20 := {value, Twenty}, k7 := Seven, "5" := Five} = Map,
    erlang:display([Value, Twenty, Seven, Five]),
    erlang:display(case Map of #{Key := {value, {k, 4}}} -> wrong; #{none := _} -> wrong; #{1.0 := {_, One}} -> One end),
    erlang:display([N || N <- lists:seq(30, 35), M <- [maps:from_keys(lists:seq(1, N), x)], #{33 := x} <- [M]]).

%% Maps in maps in maps, as values and as keys, each of more than 32 keys.
nested(Depth) ->
    Values = lists:foldl(fun(N, In) -> (filler())#{depth => N, in => In} end, none, lists:seq(1, Depth)),
    Same = lists:foldl(fun(N, In) -> maps:merge(#{in => In, depth => N}, filler()) end, none, lists:seq(1, Depth)),
    Other = lists:foldl(fun(N, In) -> (filler())#{in => In, depth => N} end, none, [1.0 | lists:seq(2, Depth)]),
    erlang:display({Values =:= Same, Values =:= Other, Values == Other, Values < Other, Values > Other}),
    erlang:display({erlang:phash2(Values), erlang:phash2(Same), erlang:phash2(Other)}),
    Keys = lists:foldl(fun(N, In) -> (filler())#{In => N} end, none, lists:seq(1, Depth)),
    Again = lists:foldl(fun(N, In) -> maps:from_list([{In, N} | maps:to_list(filler())]) end, none, lists:seq(1, Depth)),
    erlang:display({Keys =:= Again, erlang:phash2(Keys) =:= erlang:phash2(Again)}),
    erlang:display(Keys =:= binary_to_term(term_to_binary(Keys))).

filler() -> maps:from_list([{N, -N} || N <- lists:seq(1, 33)]).

id(X) -> X.
