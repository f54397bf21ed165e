%% The functions of module math, with few digits, and their wrong arguments.
-module(math_functions).
-export([start/0, id/1]).

start() ->
    [show(F, [math:F(id(X)) || X <- [0.25, 0.5, 1]]) ||
        F <- [sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log2, log10, sqrt]],
    show(pow, [math:pow(id(2), 10), math:pow(id(2.0), 0.5), math:pow(id(9), -1)]),
    show(atan2, [math:atan2(id(1), 1), math:atan2(id(-1), -1)]),
    show(fmod, [math:fmod(id(7.5), 2), math:fmod(id(-7.5), 2)]),
    show(floor_ceil, [math:floor(id(2.5)), math:ceil(id(2.5)), math:floor(id(-2.5))]),
    show(pi, [math:pi()]),
    erlang:display([catch_error(F) || F <- [fun() -> math:sqrt(id(-1)) end, fun() -> math:log(id(0)) end,
                                            fun() -> math:acos(id(2)) end, fun() -> math:sin(id(a)) end,
                                            fun() -> math:exp(id(1000)) end]]),
    ok.

show(Name, Values) ->
    erlang:display({Name, [float_to_list(V, [{decimals, 9}]) || V <- Values]}).

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
