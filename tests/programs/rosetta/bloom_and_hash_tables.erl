%% Bloom filters, hash tables with open addresses and chains,.
-module(bloom_and_hash_tables).
-export([start/0]).

start() ->
    Words = ["word" ++ integer_to_list(N) || N <- lists:seq(1, 50)],
    Bloom = lists:foldl(fun(W, B) -> bloom_add(W, B, 1024) end, 0, Words),
    show(lists:all(fun(W) -> bloom_has(W, Bloom, 1024) end, Words)),
    show(length([N || N <- lists:seq(1, 200), bloom_has("other" ++ integer_to_list(N), Bloom, 1024)]) < 20),
    T = lists:foldl(fun(W, A) -> open_put(W, length(W), A, 128) end, array:new(128), Words),
    show([open_get(W, T, 128) || W <- ["word1", "word50", "none"]]),
    C = lists:foldl(fun({K, V}, A) -> chain_put(K, V, A) end, erlang:make_tuple(16, []), [{W, N} || {N, W} <- lists:zip(lists:seq(1, 50), Words)]),
    show([chain_get(W, C) || W <- ["word1", "word50", "none"]]),
    show(lists:sum([length(element(I, C)) || I <- lists:seq(1, 16)])),
    show(cache(3, [{put, a, 1}, {put, b, 2}, {put, c, 3}, {get, a}, {put, d, 4}, {get, b}, {get, a}, {get, d}, {put, a, 9}, {get, a}])),
    ok.

hashes(W, Size) -> [hash(W, Seed) rem Size || Seed <- [17, 31, 101]].

hash(W, Seed) -> lists:foldl(fun(C, H) -> (H * Seed + C) band 16#FFFFFFFF end, 5381, W).

bloom_add(W, B, Size) -> lists:foldl(fun(H, A) -> A bor (1 bsl H) end, B, hashes(W, Size)).

bloom_has(W, B, Size) -> lists:all(fun(H) -> B band (1 bsl H) =/= 0 end, hashes(W, Size)).

open_put(K, V, A, Size) -> open_put(K, V, A, Size, hash(K, 33) rem Size).

open_put(K, V, A, Size, I) ->
    case array:get(I, A) of
        undefined -> array:set(I, {K, V}, A);
        {K, _} -> array:set(I, {K, V}, A);
        _ -> open_put(K, V, A, Size, (I + 1) rem Size)
    end.

open_get(K, A, Size) -> open_get(K, A, Size, hash(K, 33) rem Size).

open_get(K, A, Size, I) -> case array:get(I, A) of undefined -> none; {K, V} -> V; _ -> open_get(K, A, Size, (I + 1) rem Size) end.

chain_put(K, V, T) -> I = hash(K, 7) rem tuple_size(T) + 1, setelement(I, T, lists:keystore(K, 1, element(I, T), {K, V})).

chain_get(K, T) -> proplists:get_value(K, element(hash(K, 7) rem tuple_size(T) + 1, T)).

cache(Size, Steps) -> cache(Size, Steps, []).

cache(_, [], L) -> [{left, L}];
cache(Size, [{put, K, V} | S], L) -> cache(Size, S, lists:sublist([{K, V} | lists:keydelete(K, 1, L)], Size));
cache(Size, [{get, K} | S], L) ->
    case lists:keytake(K, 1, L) of
        {value, {K, V}, Rest} -> [{hit, K, V} | cache(Size, S, [{K, V} | Rest])];
        false -> [{miss, K} | cache(Size, S, L)]
    end.

show(Term) -> io:format("~0p~n", [Term]).
