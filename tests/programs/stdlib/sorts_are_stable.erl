%% Sorting with equal keys, by keys, by funs.
-module(sorts_are_stable).
-export([start/0]).

start() ->
    Pairs = [{N rem 5, N} || N <- lists:seq(1, 30)],
    show(lists:keysort(1, Pairs)),
    show(lists:sort(fun({A, _}, {B, _}) -> A =< B end, Pairs) =:= lists:keysort(1, Pairs)),
    show(lists:ukeysort(1, Pairs)),
    show(lists:usort(fun({A, _}, {B, _}) -> A =< B end, Pairs)),
    Long = [(N * 7919) rem 1009 || N <- lists:seq(1, 2000)],
    show(lists:sort(Long) =:= lists:sort(fun(A, B) -> A =< B end, Long)),
    show(length(lists:usort(Long))),
    show(is_sorted(lists:sort(lists:reverse(lists:seq(1, 1000))))),
    show(is_sorted(lists:sort(lists:seq(1, 500) ++ lists:seq(250, 750) ++ lists:reverse(lists:seq(1, 100))))),
    show(lists:merge([lists:seq(N, 20, 3) || N <- [1, 2, 3]])),
    show(lists:sort([[], {}, a, 1, "b", <<>>, #{}, 0.5, -1])),
    show(lists:sort(fun(A, B) -> length(A) =< length(B) end, ["ccc", "a", "bb", "x", "", "yy"])),
    show(lists:keysort(2, [{a, 1}, {b, 1}, {c, 1}, {d, 0.5}, {e, 2}, {f, x}])),
    show(lists:keymerge(2, [{a, 1}, {b, 3}], [{c, 1}, {d, 2}])),
    put(count, 0),
    lists:sort(fun(A, B) -> put(count, get(count) + 1), A =< B end, lists:seq(1, 100)),
    show(get(count) < 200),
    ok.

is_sorted([A, B | Rest]) -> A =< B andalso is_sorted([B | Rest]);
is_sorted(_) -> true.

show(Term) -> io:format("~0p~n", [Term]).
