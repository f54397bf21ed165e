%% Arithmetic on what is no number, and division by zero, each with its reason.
-module(bad_arithmetic).
-export([start/0, id/1]).

start() ->
    Bad = [a, "1", <<1>>, {1}, [], #{}],
    [erlang:display([catch_error(F, B) || B <- Bad]) ||
        F <- [fun(X) -> X + 1 end, fun(X) -> 1 - X end, fun(X) -> X * 2.0 end, fun(X) -> 1 / X end,
              fun(X) -> X div 2 end, fun(X) -> X rem 2 end, fun(X) -> X band 1 end, fun(X) -> 1 bor X end,
              fun(X) -> X bxor 1 end, fun(X) -> bnot X end, fun(X) -> X bsl 1 end, fun(X) -> 1 bsr X end,
              fun(X) -> -X end, fun(X) -> +X end, fun(X) -> abs(X) end, fun(X) -> X + X end]],
    Numbers = [1, -1, 1 bsl 80, 1.5],
    [erlang:display([catch_error(F, N) || N <- Numbers]) ||
        F <- [fun(X) -> X div id(0) end, fun(X) -> X rem id(0) end, fun(X) -> X / id(0) end,
              fun(X) -> X / id(0.0) end, fun(X) -> X band id(1.0) end, fun(X) -> id(1) div X end]],
    erlang:display(catch_error(fun(X) -> X * X end, 1.0e200)),
    erlang:display(catch_error(fun(X) -> X + X end, 1.7e308)),
    erlang:display(catch_error(fun(X) -> X * 1.0 end, 1 bsl 2000)),
    erlang:display(catch_error(fun(X) -> float(X) end, -(1 bsl 2000))),
    ok.

catch_error(Fun, Argument) ->
    try {ok, Fun(Argument)} of {ok, V} when is_float(V) -> float; {ok, V} -> V
    catch error:Reason -> Reason end.

id(X) -> X.
