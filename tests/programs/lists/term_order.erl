%% The order of all types: number, atom, fun, tuple, map, nil, list, bitstring.
-module(term_order).
-export([start/0]).

start() ->
    Terms = [1, -1, 1.5, a, b, {}, {a}, {b}, {a, a}, #{}, #{1 => a}, #{2 => a}, #{1 => b}, #{1 => a, 2 => b}, [],
             [1], [1, 2], [2], "abc", <<>>, <<1>>, <<1, 2>>, <<2>>, <<1:1>>, <<0:1>>],
    Sorted = lists:sort(lists:reverse(Terms)),
    [erlang:display(T) || T <- Sorted],
    erlang:display(lists:all(fun({A, B}) -> A < B end, lists:zip(lists:droplast(Sorted), tl(Sorted)))),
    Fun = fun() -> ok end,
    erlang:display(lists:sort([{}, Fun, z, [], 9]) =:= [9, z, Fun, {}, []]),
    Self = self(),
    erlang:display(lists:sort([{}, Self, z, [], 9, #{}]) =:= [9, z, Self, {}, #{}, []]),
    Reference = make_ref(),
    erlang:display(lists:sort([Fun, Reference, a]) =:= [a, Reference, Fun]),
    erlang:display({1, 2} < {1, 2, 0}),
    erlang:display({9} < {1, 1}),
    erlang:display([9] < [1, 1]),
    ok.
