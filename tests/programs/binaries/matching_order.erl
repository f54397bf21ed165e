%% The first clause that fits, whatever follows
-module(matching_order).
-export([start/0]).

start() ->
    Bits = [<<>>, <<0:1>>, <<1:1>>, <<0>>, <<1>>, <<200>>, <<1, 2>>, <<0, 0, 0>>, <<5:7>>, <<1:33>>],
    [show({B, kind(B)}) || B <- Bits],
    ok.

kind(<<>>) -> empty;
kind(<<0>>) -> zero;
kind(<<X>>) when X > 127 -> {high, X};
kind(<<0:1>>) -> bit_zero;
kind(<<1:1, R/bits>>) -> {bit_one, R};
kind(<<A, B>>) -> {two, A, B};
kind(<<_:7>>) -> seven;
kind(B) when bit_size(B) rem 8 =/= 0 -> uneven;
kind(B) when is_binary(B) -> {bytes, byte_size(B)}.

show(Term) -> io:format("~0p~n", [Term]).
