%% Integers that step over the borders of 28, 32, 60 and 64 bits, both ways.
-module(integer_borders).
-export([start/0, id/1]).

start() ->
    lists:foreach(fun border/1, [27, 28, 31, 32, 59, 60, 63, 64, 127, 128]),
    ok.

border(Bits) ->
    Top = id(1) bsl Bits,
    erlang:display({Bits, Top - 1, Top, Top + 1}),
    erlang:display({Bits, -Top - 1, -Top, -Top + 1}),
    true = Top - 1 + 1 =:= Top,
    true = -Top - 1 + 1 =:= -Top,
    true = (Top + 1) - Top =:= 1,
    true = Top - Top =:= 0,
    true = (Top - 1) * 2 + 2 =:= Top bsl 1,
    true = abs(-Top) =:= Top,
    true = -(-Top) =:= Top,
    true = is_integer(Top) andalso is_integer(-Top),
    true = Top > Top - 1 andalso -Top < -Top + 1.

id(X) -> X.
