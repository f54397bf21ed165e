%% Calls with three arguments, deeply nested: Takeuchi's function.
-module(tak).
-export([start/0]).

start() -> repeat(1300, 0).

repeat(0, Last) -> Last;
repeat(N, _) -> repeat(N - 1, tak(18, 12, 6) + tak(20, 12, 6)).

tak(X, Y, Z) when Y < X -> tak(tak(X - 1, Y, Z), tak(Y - 1, Z, X), tak(Z - 1, X, Y));
tak(_, _, Z) -> Z.
