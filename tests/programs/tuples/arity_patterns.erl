%% Clauses chosen by the size and the tag of a tuple.
-module(arity_patterns).
-export([start/0]).

start() ->
    [erlang:display(arity(T)) || T <- terms()],
    [erlang:display(tagged(T)) || T <- terms()],
    ok.

terms() ->
    [{}, {a}, {a, b}, {a, b, c}, {a, b, c, d}, {a, b, c, d, e}, {add, 1, 2}, {neg, 5}, {sub, 7, 3},
     {mul, {add, 1, 2}, {neg, 3}}, [a, b], a, {1.0, x}, {"add", 1, 2}].

arity({}) -> 0;
arity({_}) -> 1;
arity({_, _}) -> 2;
arity({_, _, _}) -> 3;
arity({_, _, _, _, _}) -> 5;
arity(T) when is_tuple(T) -> {other, tuple_size(T)};
arity(_) -> none.

tagged({add, A, B}) -> value(A) + value(B);
tagged({sub, A, B}) -> value(A) - value(B);
tagged({mul, A, B}) -> value(A) * value(B);
tagged({neg, A}) -> -value(A);
tagged({Tag, _}) -> {unknown, Tag};
tagged(T) when element(1, T) =:= a -> first_is_a;
tagged(_) -> none.

value(N) when is_integer(N) -> N;
value(T) -> tagged(T).
