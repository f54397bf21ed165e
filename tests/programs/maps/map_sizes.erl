%% Maps of many sizes are the same however they came to be.
-module(map_sizes).
-export([start/0]).

start() ->
    [erlang:display({N, check(N)}) || N <- [0, 1, 2, 16, 17, 31, 32, 33, 34, 63, 64, 65, 100, 1000, 5000]],
    erlang:display(crossing(#{}, 0, [])),
    large(100000),
    ok.

%% The hash of a map of N keys that was made in many ways.
check(N) ->
    Keys = lists:seq(1, N),
    Put = put_all(Keys, #{}),
    Ways = [
        put_all(lists:reverse(Keys), #{}),
        maps:from_list([{K, v(K)} || K <- Keys]),
        maps:from_list([{K, wrong} || K <- Keys] ++ [{K, v(K)} || K <- lists:reverse(Keys)]),
        maps:map(fun(K, none) -> v(K) end, maps:from_keys(Keys, none)),
        maps:merge(put_all(lists:seq(1, N div 2), #{}), put_all(lists:seq(N div 3 + 1, N), #{})),
        maps:merge(maps:from_keys(Keys, wrong), Put),
        maps:without(lists:seq(N + 1, 2 * N + 40), put_all(lists:seq(1, 2 * N + 40), #{})),
        maps:filter(fun(K, _) -> is_integer(K) end, put_all([{a, K} || K <- Keys], Put)),
        lists:foldl(fun(K, M) -> M#{K := v(K)} end, maps:from_keys(Keys, wrong), Keys),
        lists:foldl(fun(K, M) -> maps:update(K, v(K), M) end, maps:from_keys(Keys, wrong), Keys),
        binary_to_term(term_to_binary(Put)),
        binary_to_term(term_to_binary(Put, [compressed])),
        sent(Put)
    ],
    true = lists:all(fun(M) -> M =:= Put andalso M == Put andalso not (M < Put) andalso not (M > Put) end, Ways),
    [Hash] = lists:usort([erlang:phash2(M) || M <- [Put | Ways]]),
    N = map_size(Put),
    Keys = lists:sort(maps:keys(Put)),
    true = lists:sort(maps:values(Put)) =:= lists:sort([v(K) || K <- Keys]),
    true = lists:sort(maps:to_list(Put)) =:= [{K, v(K)} || K <- Keys],
    true = lists:sort(lists:zip(maps:keys(Put), maps:values(Put))) =:= lists:sort(maps:to_list(Put)),
    Hash.

v(K) when is_integer(K) -> K * K;
v(Other) -> {v, Other}.

put_all(Keys, Map) -> lists:foldl(fun(K, M) -> M#{K => v(K)} end, Map, Keys).

sent(Map) ->
    Self = self(),
    spawn(fun() -> receive {Self, Got} -> Self ! {back, Got} end end) ! {Self, Map},
    receive {back, Got} -> Got end.

%% A map that grows and shrinks over the size at which its kind changes; the sizes and hashes it had.
crossing(_, 12, Seen) -> lists:reverse(Seen);
crossing(Map, Round, Seen) ->
    Grown = put_all(lists:seq(1, 30 + Round), Map),
    Shrunk = lists:foldl(fun maps:remove/2, Grown, lists:seq(1, Round)),
    30 = map_size(Shrunk),
    true = Shrunk =:= maps:from_list([{K, v(K)} || K <- lists:seq(Round + 1, Round + 30)]),
    crossing(Shrunk, Round + 1, [{map_size(Grown), erlang:phash2(Shrunk)} | Seen]).

large(N) ->
    Keys = lists:seq(1, N),
    Map = put_all(Keys, #{}),
    erlang:display({map_size(Map), erlang:phash2(Map)}),
    erlang:display(lists:all(fun(K) -> map_get(K, Map) =:= K * K end, Keys)),
    erlang:display(Map =:= maps:from_list([{K, K * K} || K <- Keys])),
    Half = lists:foldl(fun maps:remove/2, Map, lists:seq(1, N, 2)),
    erlang:display({map_size(Half), lists:sum(maps:keys(Half)), erlang:phash2(Half)}),
    erlang:display(Half =:= maps:from_list([{K, K * K} || K <- lists:seq(2, N, 2)])),
    erlang:display(maps:fold(fun(K, V, Sum) -> Sum + V - K end, 0, Half)),
    Small = lists:foldl(fun maps:remove/2, Half, lists:seq(8, N, 2)),
    erlang:display(Small).
