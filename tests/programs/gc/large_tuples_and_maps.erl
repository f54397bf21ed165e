%% A large tuple and a large map are updated over and over and stay whole.
-module(large_tuples_and_maps).
-export([start/0]).

start() ->
    Tuple = update(erlang:make_tuple(200, 0), 1000),
    erlang:display(lists:sum(tuple_to_list(Tuple))),
    erlang:display([element(I, Tuple) || I <- [1, 2, 100, 200]]),
    Map = lists:foldl(fun(N, M) -> M#{N rem 150 => [N | lists:sublist(maps:get(N rem 150, M, []), 2)]} end, #{},
                      lists:seq(1, 3000)),
    erlang:display(map_size(Map)),
    erlang:display([maps:get(K, Map) || K <- [0, 1, 75, 149]]),
    erlang:display(lists:sum(lists:append(maps:values(Map)))),
    Emptied = lists:foldl(fun maps:remove/2, Map, lists:seq(1, 149)),
    erlang:garbage_collect(),
    erlang:display(Emptied),
    ok.

update(Tuple, 0) -> Tuple;
update(Tuple, N) ->
    I = N rem tuple_size(Tuple) + 1,
    update(setelement(I, Tuple, element(I, Tuple) + N), N - 1).
