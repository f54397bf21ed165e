%% Floats as text and back are the same float
-module(float_texts).
-export([start/0]).

start() ->
    Floats = [0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1.0e21, 1.0e22, 1.0e23, 123456789012345680.0, 5.0e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1.0e-5, 1.0e15, 1.0e16, 999999999999999.9],
    [show({F, float_to_list(F), float_to_list(F, [short]), list_to_float(float_to_list(F)) =:= F}) || F <- Floats],
    [show({F, float_to_binary(F, [{decimals, 4}]), float_to_binary(F, [{decimals, 4}, compact]), float_to_binary(F, [{scientific, 3}])}) || F <- Floats, abs(F) < 1.0e20],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
