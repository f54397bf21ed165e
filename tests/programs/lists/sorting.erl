%% lists:sort and friends: stability, order of all types, removal of duplicates.
-module(sorting).
-export([start/0]).

start() ->
    Pairs = [{3, a}, {1, b}, {2, c}, {1, d}, {3, e}, {2, f}, {1, g}],
    erlang:display(lists:keysort(1, Pairs)),
    erlang:display(lists:sort(fun({A, _}, {B, _}) -> A =< B end, Pairs)),
    erlang:display(lists:sort(Pairs)),
    erlang:display(lists:usort([3, 1, 2, 3, 1, 2.0, 2])),
    erlang:display(lists:ukeysort(1, Pairs)),
    erlang:display(lists:sort([c, 1, {1}, "a", <<"b">>, 1.5, [], {0, 0}, #{}, -1, b])),
    erlang:display(lists:merge([1, 3, 5], [2, 3, 4, 6])),
    erlang:display(lists:keymerge(1, [{1, x}, {3, x}], [{1, y}, {2, y}])),
    erlang:display(lists:sort([])),
    Long = [(N * 7919) rem 1009 || N <- lists:seq(1, 1008)],
    erlang:display(lists:sort(Long) =:= lists:seq(1, 1008)),
    erlang:display(lists:reverse(lists:sort(Long)) =:= lists:sort(fun(A, B) -> A >= B end, Long)),
    erlang:display(lists:max([1, 5, 3])),
    erlang:display(lists:min([b, "a", 2.5, {}])),
    ok.
