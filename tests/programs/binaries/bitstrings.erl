%% Bitstrings whose length is no multiple of eight.
-module(bitstrings).
-export([start/0, id/1]).

start() ->
    Bits = id(<<5:3, 9:4>>),
    erlang:display(Bits),
    erlang:display({bit_size(Bits), byte_size(Bits), is_binary(Bits), is_bitstring(Bits)}),
    erlang:display(<<Bits/bits, 1:1>>),
    erlang:display(<<Bits/bitstring, Bits/bitstring, Bits/bitstring>>),
    <<A:1, B:5, C/bits>> = Bits,
    erlang:display({A, B, C}),
    <<D:2/bits, E/bits>> = Bits,
    erlang:display({D, E}),
    erlang:display(<<E/bits, D/bits>>),
    erlang:display(<<1:1, (id(<<255, 0, 255>>))/binary, 0:2>>),
    erlang:display(bits(<<16#A5, 3:2>>)),
    erlang:display(list_to_bitstring([<<1:1>>, <<2:2>>, 255, [<<0:5>>]])),
    erlang:display(bitstring_to_list(<<1, 2, 3:3>>)),
    erlang:display(<<1:3>> =:= id(<<1:3>>)),
    erlang:display(<<1:3>> =:= id(<<1:4>>)),
    erlang:display(lists:sort([<<2:3>>, <<1:2>>, <<1:3>>, <<>>, <<1>>, <<255:8>>])),
    erlang:display(catch_error(fun() -> <<(id(Bits))/binary>> end)),
    erlang:display(catch_error(fun() -> binary_to_list(id(Bits)) end)),
    erlang:display(catch_error(fun() -> list_to_binary([id(Bits)]) end)),
    erlang:display(case Bits of <<_/binary>> -> bytes; <<_:7>> -> seven end),
    erlang:display(reverse(<<16#F0F1:16, 5:3>>)),
    ok.

bits(<<>>) -> [];
bits(<<Bit:1, Rest/bits>>) -> [Bit | bits(Rest)].

reverse(<<>>) -> <<>>;
reverse(<<Bit:1, Rest/bits>>) -> <<(reverse(Rest))/bits, Bit:1>>.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
