%% Segments that are matched and not kept: integers, utf, bits, by size and unit.
-module(skipped_segments).
-export([start/0, id/1]).

start() ->
    Binary = id(<<1, 2, 3, 4, 5, 6, 7, 8, 9, 10>>),
    <<_, A, _:16, B, _:2/binary, _:3, C:5, _/bits>> = Binary,
    erlang:display({A, B, C}),
    Skip = id(3),
    <<_:Skip/binary, D, _:Skip/unit:4, E:4, _/binary>> = Binary,
    erlang:display({D, E}),
    <<_/utf8, F/utf8, _/utf8, G/binary>> = id(<<16#e9/utf8, 16#20ac/utf8, $x, "rest">>),
    erlang:display({F, G}),
    <<_/utf16, H/utf16, _/utf16-little, I/utf32, _/utf32>> =
        id(<<16#1f600/utf16, $h/utf16, $i/utf16-little, $j/utf32, $k/utf32>>),
    erlang:display({H, I}),
    <<_/float, J:32/float, _:16/float, K>> = id(<<1.0/float, 2.5:32/float, 0.5:16/float, 9>>),
    erlang:display({J == 2.5, K}),
    erlang:display([tail(B2) || B2 <- [<<>>, <<1>>, <<1:9>>, <<1, 2>>, <<1:17>>]]),
    erlang:display(every_third(Binary)),
    erlang:display([bounds(X) || X <- [<<0:7>>, <<0:8>>, <<0:16>>, <<0:24>>, <<0:32>>]]),
    ok.

tail(<<_, _/binary>>) -> whole_bytes;
tail(<<_:8, _:1>>) -> nine;
tail(<<_:8, _/bits>>) -> more;
tail(<<_/bits>>) -> less.

every_third(<<_, _, X, Rest/binary>>) -> [X | every_third(Rest)];
every_third(Rest) -> Rest.

bounds(<<_:24, _/binary>>) -> at_least_three;
bounds(<<_:2/binary>>) -> two;
bounds(<<_/binary-unit:8>>) -> bytes;
bounds(_) -> bits.

id(X) -> X.
