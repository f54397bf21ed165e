%% Float segments of 64, 32 and 16 bits, both byte orders, and no floats.
-module(floats_in_binaries).
-export([start/0, id/1]).

start() ->
    F = id(1.5),
    erlang:display(<<F/float>>),
    erlang:display(<<F:32/float>>),
    erlang:display(<<F:16/float>>),
    erlang:display(<<F/float-little>>),
    erlang:display(<<F:32/float-little>>),
    erlang:display(<<(id(-0.1))/float>>),
    erlang:display(<<(id(3)):64/float>>),
    erlang:display(<<(id(1) bsl 70):32/float>>),
    <<A/float, B:32/float, C:16/float>> = id(<<64, 9, 33, 251, 84, 68, 45, 24, 191, 160, 0, 0, 60, 1>>),
    erlang:display([float_to_list(X, [short]) || X <- [A, B, C]]),
    <<D/float-little>> = id(<<0, 0, 0, 0, 0, 0, 240, 63>>),
    erlang:display(D == 1.0),
    <<_:3, E:64/float, _:5>> = <<0:3, (id(-2.25))/float, 0:5>>,
    erlang:display(float_to_list(E, [short])),
    erlang:display([special(X) || X <- [<<127, 240, 0:48>>, <<255, 248, 0:48>>, <<1:64>>, <<0:64>>, <<1:63>>]]),
    erlang:display([catch_error(fun() -> <<X:32/float>> end) || X <- [id(1.0e39), id(a), id(1 bsl 200)]]),
    erlang:display(<< <<X:16/float>> || X <- [0.0, 1.0, -2.0, 65504.0] >>),
    erlang:display(<<(id(0.1)):32/float>>),
    ok.

special(<<F/float>>) -> float_to_list(F, [short]);
special(Other) -> {no_float, bit_size(Other)}.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
