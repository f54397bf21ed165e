%% Guard expressions that fail make the clause fail, not the program.
-module(guard_failures).
-export([start/0, id/1]).

start() ->
    [erlang:display({X, first(X), length_of(X), tuple(X), binary(X), divides(X)}) ||
        X <- [[], [1, 2], [1 | 2], {}, {1, 2, 3}, <<>>, <<1, 2>>, <<1:3>>, 0, 3, 4.0, a]],
    [erlang:display({X, key(X), sum(X)}) || X <- [#{}, #{k => 1}, #{k => 2}, x, [k]]],
    erlang:display([semicolon(X) || X <- [a, 1, 5, [], "x"]]),
    erlang:display([mixed(X) || X <- [{1, 2}, {2, 1}, {a, 1}, [1, 2], {1}]]),
    ok.

first(X) when hd(X) =:= 1 -> one;
first(X) when element(1, X) =:= 1 -> one;
first(_) -> none.

length_of(X) when length(X) > 1 -> long;
length_of(X) when length(X) >= 0 -> short;
length_of(_) -> none.

tuple(X) when tuple_size(X) > 2 -> big;
tuple(X) when size(X) =:= 0 -> empty;
tuple(_) -> none.

binary(X) when byte_size(X) =:= 2 -> two;
binary(X) when bit_size(X) < 8 -> less;
binary(_) -> none.

divides(X) when 12 div X =:= 4 -> three;
divides(X) when 12 / X == 3 -> four;
divides(X) when X band 1 =:= 0 -> even;
divides(_) -> none.

key(M) when map_get(k, M) =:= 1 -> one;
key(M) when is_map_key(k, M) -> some;
key(M) when map_size(M) =:= 0 -> empty;
key(_) -> none.

sum(X) when X + 1 > 0; is_atom(X) -> yes;
sum(_) -> no.

semicolon(X) when X > 3, is_integer(X); hd(X) =:= $x -> yes;
semicolon(X) when length(X) =:= 0; X =:= a -> perhaps;
semicolon(_) -> no.

mixed(X) when element(1, X) > element(2, X) -> down;
mixed(X) when is_tuple(X), element(1, X) + 1 =:= element(2, X) -> next;
mixed(X) when is_list(X) andalso hd(X) < 2 orelse tuple_size(X) =:= 1 -> list_or_one;
mixed(_) -> none.

id(X) -> X.
