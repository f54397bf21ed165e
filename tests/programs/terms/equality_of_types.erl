%% Equal, exactly equal, neither
-module(equality_of_types).
-export([start/0]).

start() ->
    Pairs = [{1, 1.0}, {1, 1}, {a, a}, {a, "a"}, {"a", [97]}, {[], ""}, {<<>>, <<"">>}, {{1}, {1.0}}, {[1], [1.0]}, {#{a => 1}, #{a => 1.0}}, {0, 0.0}],
    [show({A, B, A == B, A =:= B, A /= B, A =/= B}) || {A, B} <- Pairs],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
