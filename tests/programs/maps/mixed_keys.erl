%% Keys that are equal and not the same, 1 and 1.0, in sorted lists: whose stays.
-module(mixed_keys).
-export([start/0]).

start() ->
    Words = orddict:from_list([{1, [a]}, {2.0, [b]}, {3, [c]}]),
    [io:format("~w: ~w~n", [Key, changes(Key, Words)]) || Key <- [0.0, 1.0, 2, 3.0, 4]],
    Others = orddict:from_list([{1.0, x}, {2, y}, {4, z}]),
    io:format("~w~n", [orddict:merge(fun(Key, A, B) -> {Key, A, B} end, Words, Others)]),
    io:format("~w~n", [orddict:merge(fun(Key, A, B) -> {Key, A, B} end, Others, Words)]),
    Sets = [[1, 2.0, 3], [1.0, 2, 4], [0, 1, 2.0], [0.0, 3.0, 5]],
    [io:format("~w ~w: ~w~n", [A, B, both(A, B)]) || A <- Sets, B <- Sets],
    io:format("~w ~w~n", [ordsets:union(Sets), ordsets:intersection([hd(Sets) | Sets])]),
    ok.

changes(Key, Words) ->
    [orddict:append(Key, d, Words), orddict:append_list(Key, [d, e], Words), orddict:store(Key, d, Words),
     orddict:update(Key, fun(Old) -> [u | Old] end, [i], Words), orddict:erase(Key, Words), orddict:find(Key, Words),
     orddict:take(Key, Words)].

both(A, B) ->
    [ordsets:union(A, B), ordsets:intersection(A, B), ordsets:subtract(A, B), ordsets:is_subset(A, B),
     ordsets:is_disjoint(A, B), ordsets:add_element(hd(B), A), ordsets:del_element(hd(B), A)].
