%% Lists to and from tuples, atoms, numbers, binaries; hd, tl, length in guards.
-module(list_conversions).
-export([start/0, id/1]).

start() ->
    erlang:display(list_to_tuple(id([1, a, "s"]))),
    erlang:display(tuple_to_list(id({1, a, "s"}))),
    erlang:display(list_to_integer(id("-12"))),
    erlang:display(list_to_float(id("2.5")) == 2.5),
    erlang:display(integer_to_list(id(77)) ++ atom_to_list(id(x))),
    erlang:display([hd(id([1, 2])), tl(id([1])), length(id([a, b, c]))]),
    erlang:display([describe(L) || L <- [[], [1], [1, 2], [1, 2, 3], [1 | 2], x]]),
    erlang:display(digits(9081726354)),
    erlang:display(undigits([1, 2, 3, 4])),
    erlang:display(lists:foldl(fun({K, V}, Acc) -> [{V, K} | Acc] end, [], [{a, 1}, {b, 2}])),
    [A, B | C] = id("xyz"),
    erlang:display({A, B, C}),
    erlang:display("abc" =:= [$a, $b, $c]),
    erlang:display(case id("prefix rest") of "prefix " ++ Rest -> Rest; _ -> none end),
    ok.

describe([]) -> empty;
describe([X]) -> {one, X};
describe(L) when length(L) =:= 2 -> two;
describe([_ | T]) when length(T) > 1 -> many;
describe([_ | T]) when not is_list(T) -> improper;
describe(_) -> no_list.

digits(N) when N < 10 -> [N];
digits(N) -> digits(N div 10) ++ [N rem 10].

undigits(Digits) -> lists:foldl(fun(D, N) -> N * 10 + D end, 0, Digits).

id(X) -> X.
