%% Bitstrings that end within a byte, appended to: bit by bit, to themselves.
-module(bit_appends).
-export([start/0]).

start() ->
    Bits = bits(5000, <<>>),
    erlang:display({bit_size(Bits), ones(Bits)}),
    erlang:display(part(Bits, 4980, 20)),
    Base = bits(1003, <<>>),
    One = <<Base/bits, 2#10101:5>>,
    Two = <<Base/bits, 2#01010:5>>,
    Three = <<One/bits, 16#abcd:16>>,
    erlang:display({part(One, 1000, 8), part(Two, 1000, 8), part(Base, 1000, 3), part(Three, 1000, 24)}),
    Self = <<Base/bits, Base/bits>>,
    erlang:display({bit_size(Self), part(Self, 0, 1003) =:= Base, part(Self, 1003, 1003) =:= Base}),
    Again = <<One/bits, 1:1, One/bits, (part(One, 1004, 4))/bits>>,
    erlang:display({bit_size(Again), part(Again, 1009, 1008) =:= One, part(Again, 1004, 10), part(Again, 2013, 8)}),
    erlang:display(ones(<< <<(1 - B):1>> || <<B:1>> <= Bits >>)),
    erlang:display(<< <<B:3>> || <<B:5>> <= part(Bits, 0, 200) >>),
    Mixed = lists:foldl(fun mix/2, bits(601, <<>>), lists:seq(1, 300)),
    erlang:display({bit_size(Mixed), erlang:crc32(<<Mixed/bits, 0:(7 - (bit_size(Mixed) - 1) rem 8)>>)}),
    erlang:display(made(fun() -> <<(id(<<1:3>>))/binary, 1>> end)),
    erlang:display(made(fun() -> <<(part(Bits, 0, 999))/binary, 1>> end)),
    erlang:display(<<(part(Bits, 3, 16))/binary, 1>>),
    erlang:display(halves(bits(700, <<>>), 6)),
    ok.

bits(0, Bits) -> Bits;
bits(N, Bits) -> bits(N - 1, <<Bits/bits, (N * N rem 7):1>>).

ones(Bits) -> lists:sum([B || <<B:1>> <= Bits]).

part(Bits, First, Length) ->
    <<_:First, Part:Length/bits, _/bits>> = Bits,
    Part.

mix(N, Bits) when N rem 5 =:= 0 -> <<Bits/bits, N/utf8>>;
mix(N, Bits) when N rem 5 =:= 1 -> <<Bits/bits, (N * 1.5):32/float-little>>;
mix(N, Bits) when N rem 5 =:= 2 -> <<Bits/bits, (-N):13/little>>;
mix(N, Bits) when N rem 5 =:= 3 -> <<Bits/bits, "txt", N:(N rem 9)>>;
mix(N, Bits) -> <<Bits/bits, (N bsl 70):77, N/utf16-little>>.

halves(_, 0) -> [];
halves(Bits, N) ->
    Half = bit_size(Bits) div 2,
    <<Left:Half/bits, Right/bits>> = Bits,
    [bit_size(<<Right/bits, Left/bits, 1:1>>) | halves(<<Left/bits, 5:3>>, N - 1)].

made(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.
