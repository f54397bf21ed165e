%% Large maps are collected, sent, kept in dictionaries and closures, and literal.
-module(map_heaps).
-export([start/0]).

start() ->
    %% Old versions live on beside new ones through collections.
    Versions = versions(#{}, 0, []),
    erlang:garbage_collect(),
    erlang:display([map_size(M) || M <- Versions]),
    erlang:display(lists:all(fun(M) -> M =:= fresh(map_size(M)) end, Versions)),
    %% A map is kept by a process that makes much else.
    put(map, fresh(500)),
    Fun = closure(fresh(300)),
    churn(2000),
    erlang:display({get(map) =:= fresh(500), Fun(250), Fun(300), Fun(301)}),
    erlang:display(erase(map) =:= fresh(500)),
    %% Maps travel around a ring of processes, and grow at each.
    Ring = lists:foldl(fun(_, Next) -> spawn(fun() -> pass(Next) end) end, self(), lists:seq(1, 10)),
    Ring ! {map, fresh(30)},
    receive {map, Grown} -> erlang:display({map_size(Grown), Grown =:= fresh(130)}) end,
    %% Exit reasons and monitors carry them too.
    {_, Ref} = spawn_monitor(fun() -> exit({died, fresh(100)}) end),
    receive {'DOWN', Ref, process, _, {died, Last}} -> erlang:display(Last =:= fresh(100)) end,
    literal(),
    updated_in_place(),
    Table = lists:foldl(fun(N, M) -> M#{N rem 100 => [N | maps:get(N rem 100, M, [])]} end, #{}, lists:seq(1, 20000)),
    erlang:display({map_size(Table), lists:sum([length(V) || V <- maps:values(Table)]), hd(maps:get(99, Table))}),
    erlang:display(erlang:phash2(Table)),
    ok.

fresh(N) -> maps:from_list([{K, {K, integer_to_list(K)}} || K <- lists:seq(1, N)]).

versions(Map, 200, Versions) -> [Map | Versions];
versions(Map, N, Versions) ->
    Next = N + 1,
    Kept = case N rem 25 of 0 -> [Map | Versions]; _ -> Versions end,
    versions(Map#{Next => {Next, integer_to_list(Next)}}, Next, Kept).

closure(Map) -> fun(K) -> maps:find(K, Map) end.

churn(0) -> ok;
churn(N) -> length(lists:seq(1, 100)), churn(N - 1).

pass(Next) ->
    receive {map, Map} ->
        Size = map_size(Map),
        Next ! {map, maps:merge(Map, maps:from_list([{K, {K, integer_to_list(K)}} || K <- lists:seq(Size + 1, Size + 10)]))}
    end.

literal() ->
    Map = #{1 => a, 2 => b, 3 => c, 4 => d, 5 => e, 6 => f, 7 => g, 8 => h, 9 => i, 10 => j, 11 => k, 12 => l, 13 => m,
            14 => n, 15 => o, 16 => p, 17 => q, 18 => r, 19 => s, 20 => t, 21 => u, 22 => v, 23 => w, 24 => x, 25 => y,
            26 => z, k27 => 27, k28 => 28, "29" => 29, <<"30">> => 30, {31} => 31, 32.0 => 32, 33 => #{1 => [2]}, 34 => last},
    erlang:garbage_collect(),
    erlang:display({map_size(Map), maps:get(32.0, Map), maps:get({31}, Map), maps:get(33, Map), erlang:phash2(Map)}),
    More = Map#{extra => 1, 5 := changed},
    erlang:garbage_collect(),
    erlang:display({map_size(More), maps:get(5, More), maps:get(5, Map), maps:remove(extra, More#{5 := e}) =:= Map}),
    Less = maps:without([1, k27, "29"], Map),
    erlang:display({map_size(Less), maps:is_key("29", Less), erlang:phash2(Less)}).

%% Many pairs in one update, new ones and old ones, the last of a key counting.
updated_in_place() ->
    Map = fresh(40),
    New = Map#{1 => x, 41 => y, 2 => z, 42 => w, 41 => v},
    erlang:display({map_size(New), [maps:get(K, New) || K <- [1, 2, 3, 41, 42]]}),
    Twenty = fresh(25),
    Over = Twenty#{a => 1, b => 2, c => 3, d => 4, e => 5, f => 6, g => 7, h => 8, 1 => i},
    erlang:display({map_size(Over), maps:get(1, Over), maps:get(h, Over), erlang:phash2(Over)}),
    erlang:display(maps:without([a, b, c, d, e, f, g, h], Over#{1 := {1, "1"}}) =:= Twenty).
