%% Guard sequences with commas and semicolons.
-module(guards_with_commas).
-export([start/0]).

start() ->
    V = [0, 5, -3, 1.5, a, "s", [], {1}, #{k => 1}, <<1>>],
    show([{X, g1(X), g2(X), g3(X), g4(X), g5(X)} || X <- V]),
    ok.

g1(X) when X > 0, is_integer(X) -> positive;
g1(X) when X < 0; X =:= a -> negative_or_a;
g1(_) -> none.

g2(X) when hd(X) =:= $s; is_atom(X) -> yes;
g2(X) when element(1, X) =:= 1, tuple_size(X) =:= 1; map_get(k, X) =:= 1 -> one;
g2(_) -> no.

g3(X) when length(X) > 0 orelse is_number(X) -> yes;
g3(_) -> no.

g4(X) when is_list(X), length(X) > 0; is_binary(X), byte_size(X) > 0 -> filled;
g4(X) when X =:= []; X =:= <<>>; X =:= {} -> empty;
g4(_) -> other.

g5(X) when not (X > 3) -> small;
g5(X) when (X + 1) * 2 > 10 -> large;
g5(_) -> no_number.

show(Term) -> io:format("~0p~n", [Term]).
