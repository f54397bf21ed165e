%% Sums, products and differences of small integers.
-module(small_integers).
-export([start/0, id/1]).

start() ->
    A = id(1234),
    B = id(-77),
    erlang:display({sum, A + B}),
    erlang:display({difference, A - B}),
    erlang:display({product, A * B}),
    erlang:display({minus, -A, -B, +A}),
    erlang:display({chain, (A + B) * (A - B) - A * A + B * B}),
    erlang:display({increment, A + 1, 1 + A, A - 1, 1 - A}),
    erlang:display({zero, A - A, A * 0, 0 * B, -id(0)}),
    erlang:display({absolute, abs(A), abs(B), abs(id(0))}),
    ok.

id(X) -> X.
