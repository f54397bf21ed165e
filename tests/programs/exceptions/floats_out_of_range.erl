%% Floats never overflow silently
-module(floats_out_of_range).
-export([start/0]).

start() ->
    Big = big(),
    show(caught(fun() -> Big * Big end)),
    show(caught(fun() -> Big + Big end)),
    show(caught(fun() -> -Big - Big end)),
    show(caught(fun() -> Big / 1.0e-300 end)),
    show(caught(fun() -> float(1 bsl 1024) end)),
    show(caught(fun() -> float((1 bsl 1024) - (1 bsl 970)) =:= 0.0 end)),
    show(caught(fun() -> (1 bsl 1030) / 2 end)),
    show(caught(fun() -> (1 bsl 1030) * 1.0 end)),
    show(caught(fun() -> 1.0e-300 * 1.0e-300 end)),
    show(caught(fun() -> math:exp(1000) end)),
    show(caught(fun() -> math:sqrt(-1) end)),
    show(caught(fun() -> math:log(0) end)),
    show(caught(fun() -> math:pow(0, -1) end)),
    show(caught(fun() -> math:sqrt(a) end)),
    ok.

big() -> list_to_float("1.5e308").

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.
