%% A binary that grows is as good as one made at once
-module(growing).
-export([start/0]).

start() ->
    Grown = lists:foldl(fun(N, B) -> <<B/binary, N:16>> end, <<>>, lists:seq(1, 300)),
    Made = << <<N:16>> || N <- lists:seq(1, 300) >>,
    show({Grown =:= Made, byte_size(Grown), erlang:phash2(Grown) =:= erlang:phash2(Made)}),
    Base = <<"base">>,
    One = <<Base/binary, "one">>,
    Two = <<Base/binary, "two">>,
    show({Base, One, Two}),
    Bits = lists:foldl(fun(N, B) -> <<B/bits, N:3>> end, <<>>, lists:seq(0, 30)),
    show({bit_size(Bits), Bits}),
    ok.

show(Term) -> io:format("~0p~n", [Term]).
