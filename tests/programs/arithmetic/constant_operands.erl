%% Small constants on either side of every operator, with growing results.
-module(constant_operands).
-export([start/0, id/1]).

start() ->
    [erlang:display(all(id(X))) || X <- [0, 1, -1, 7, -128, 1 bsl 27, 1 bsl 59, -(1 bsl 59), 1 bsl 64]],
    [erlang:display(tests(id(X))) || X <- [0, 5, -5, 100, 1 bsl 62, 5.0, a]],
    erlang:display(loop(10, 0)),
    ok.

all(X) ->
    [X + 1, 1 + X, X - 1, 1 - X, X * 3, 3 * X, X div 3, X rem 3, X band 255, X bor 1, X bxor 16#55, X bsl 2, X bsr 1,
     X + 16#7FFFFFF, X - 16#8000000, X * -1, X div -1, X + 16#7FFFFFFFFFFFFFF].

tests(X) ->
    [X =:= 5, X == 5, X =/= 5, X /= 5, X < 5, X =< 5, X > 5, X >= 5, 5 < X, 5 =< X, 5 > X, 5 >= X].

loop(0, Sum) -> Sum;
loop(N, Sum) -> loop(N - 1, Sum * 10 + N).

id(X) -> X.
