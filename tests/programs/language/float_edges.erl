%% Floats: smallest, largest, zeros of both signs, exact conversions, and overflow.
-module(float_edges).
-export([start/0]).

start() ->
    Floats = [0.0, 1.0, -1.0, 0.1, 1.0e-5, 123456789.0, 1.0e15, 1.0e16, 1.0e21, 1.0e22, 1.0e23, 5.0e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 3.141592653589793, 1/3, 2/3, 9007199254740992.0, 9007199254740993.0, 0.30000000000000004],
    [io:format("~w ~p ~s ~s ~s~n", [F, F, float_to_list(F), float_to_list(F, [short]), float_to_list(F, [{scientific, 5}])]) || F <- Floats],
    [io:format("~s ~s~n", [float_to_list(F, [{decimals, 4}]), float_to_list(F, [{decimals, 10}, compact])]) || F <- Floats, abs(F) < 1.0e20],
    [io:format("~w ~w ~w ~w~n", [trunc(F), round(F), ceil(F), floor(F)]) || F <- [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, 1.0e20, -1.0e20, 4503599627370497.5, 1.0e300]],
    io:format("~w~n", [[list_to_float(T) || T <- ["1.0", "1.5e3", "-0.5E-3", "123456789012345678901234567890.0", "0.000000000000000000001", "4.9e-324", "1.7976931348623157e308"]]]),
    io:format("~w~n", [[try list_to_float(T) catch C:R -> {C, R} end || T <- ["1", "1.", ".5", "1e5", "1.0e", "1.0e400", "", "nan", "1.0 "]]]),
    io:format("~w~n", [[try F() catch C:R -> {C, R} end || F <- [fun() -> id(1.0e308) * 10 end, fun() -> id(1.0e308) + id(1.0e308) end, fun() -> id(1.0) / 0 end, fun() -> id(1.0) / 0.0 end, fun() -> float(1 bsl 2000) end, fun() -> -id(1.0e308) - id(1.0e308) end, fun() -> id(1.0e-308) / 1.0e10 end]]]),
    io:format("~w~n", [[id(0.0) == -id(0.0), id(1) == 1.0, id(1) =:= 1.0, 1.0 =:= id(1.0), id(16777217) == 16777217.0, id(9007199254740993) == 9007199254740992.0]]),
    io:format("~w~n", [lists:sort([3, 2.5, 2.0, -0.5, 1.0e10, 9007199254740993, 9007199254740992.0])]),
    ok.

id(X) -> X.
