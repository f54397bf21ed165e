%% select_count/2, select_delete/2, match_delete/2, delete_all_objects/1.
-module(counting_and_deleting).
-export([start/0]).

start() -> [kind(K) || K <- [set, bag, duplicate_bag, ordered_set]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    fill(T, 5000),
    show(ets:select_count(T, [{{'_', '$1'}, [{'=:=', '$1', 0}], [true]}])),
    show(ets:select_count(T, [{{'_', '$1'}, [], [{'=:=', '$1', 0}]}])),
    show(ets:select_count(T, [{{'_', '$1'}, [], ['$1']}])),
    show(ets:select_count(T, [{{7, '_'}, [], [true]}])),
    show(ets:select_delete(T, [{{'_', 0}, [], [true]}])),
    show(ets:info(T, size)),
    show(ets:select_delete(T, [{{'_', 1}, [], [false]}])),
    show(ets:select_delete(T, [{{8, '_'}, [], [true]}])),
    show(ets:lookup(T, 8)),
    show(ets:match_delete(T, {'_', 1})),
    show(ets:info(T, size)),
    show(lists:usort([V || {_, V} <- ets:tab2list(T)])),
    show(ets:match_delete(T, {9, '_', '_'})),
    show(ets:select_delete(T, [{'_', [], [true]}])),
    show(ets:info(T, size)),
    fill(T, 10),
    show(ets:match_delete(T, '_')),
    show(ets:tab2list(T)),
    fill(T, 10),
    show(ets:delete_all_objects(T)),
    show(ets:info(T, size)),
    [show(try ets:F(T, S) catch error:R -> R end) || F <- [select_count, select_delete], S <- [a, [a], [{'_', [], []}]]],
    ok.

fill(T, Count) -> ets:insert(T, [{N, N rem 5} || N <- lists:seq(1, Count)]).

show(Term) -> io:format("~0p~n", [Term]).
