%% round, trunc, floor and ceil of halves, negatives and large floats.
-module(rounding).
-export([start/0, id/1]).

start() ->
    Floats = [0.0, 0.4, 0.5, 0.6, 1.5, 2.5, -0.4, -0.5, -0.6, -1.5, -2.5, 1.0e10, -1.0e10, 4503599627370497.5,
              9007199254740992.0, 1.0e18, 9.223372036854775807e18, 1.0e22, -1.0e22, 0.49999999999999994],
    [erlang:display({round(id(F)), trunc(id(F)), floor(id(F)), ceil(id(F))}) || F <- Floats],
    erlang:display({round(id(7)), trunc(id(-7)), floor(id(7)), ceil(id(1 bsl 70))}),
    erlang:display(trunc(id(1.0e300)) rem 1000003),
    erlang:display([catch_error(fun() -> round(X) end) || X <- [a, "1", <<1>>]]),
    erlang:display(round(float(id(1 bsl 52 + 1)))),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
