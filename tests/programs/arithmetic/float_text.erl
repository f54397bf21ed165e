%% The shortest text of floats, text with given decimals, and text read as floats.
-module(float_text).
-export([start/0, id/1]).

start() ->
    Floats = [0.0, 1.0, -1.0, 0.1, 0.3, 1 / 3, 100.0, 1.0e10, 123456789.0, 1.0e15, 1.0e16, 1.0e22, 1.0e23,
              1.0e-5, 0.001, 0.0001, 5.0e-324, 1.7976931348623157e308, 2.2250738585072014e-308,
              9007199254740993.0, 3.141592653589793, 2.5e-7, 1.5e300, 4503599627370496.5],
    [erlang:display(float_to_list(id(F), [short])) || F <- Floats],
    [true = list_to_float(float_to_list(F, [short])) =:= F || F <- Floats],
    [erlang:display(float_to_list(id(F), [{decimals, D}]))
     || F <- [0.0, 1.005, -2.5, 1234.5678, 0.5, 1.5, 99.99], D <- [0, 1, 2, 5]],
    erlang:display(float_to_list(id(12.5), [{decimals, 6}, compact])),
    erlang:display(float_to_list(id(100.0), [{decimals, 3}, compact])),
    erlang:display(float_to_list(id(1234.5), [{scientific, 3}])),
    erlang:display(float_to_list(id(-0.00012), [{scientific, 0}])),
    erlang:display(float_to_list(id(1.5))),
    erlang:display(float_to_binary(id(-7.25), [short])),
    erlang:display([float_to_list(list_to_float(T), [short]) || T <- ["1.5", "-1.5e3", "+2.0E-2", "0.000"]]),
    erlang:display([catch_error(fun() -> list_to_float(T) end) || T <- ["1", "1.", ".5", "1e5", "x", "1.0e400"]]),
    erlang:display(binary_to_float(<<"6.5">>) == 6.5),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
