%% A reader of packed headers: flags, odd widths, lengths of lengths.
-module(bit_reader).
-export([start/0]).

start() ->
    Header = <<4:4, 5:4, 0:6, 0:2, 40:16, 4660:16, 0:1, 1:1, 0:1, 0:13, 64, 6, 0:16, 10, 0, 0, 1, 192, 168, 0, 9,
               "payload of twenty by">>,
    erlang:display(packet(Header)),
    erlang:display(packet(<<6:4, 0:156>>)),
    erlang:display(packet(<<1, 2>>)),
    erlang:display(varints(<<172, 2, 1, 127, 128, 1, 255, 255, 255, 255, 15>>)),
    erlang:display(varints(<<128>>)),
    erlang:display(fields(<<8, 150, 1, 18, 3, "abc", 21, 1, 2, 3, 4>>)),
    erlang:display([color(C) || C <- [<<16#F81F:16>>, <<16#07E0:16>>, <<16#FFFF:16>>]]),
    erlang:display([time(T) || T <- [<<16#5A21:16, 16#6C3D:16>>]]),
    erlang:display(frames(<<2#101:3, 17:5, 2#010:3, 3:5, 1:1>>)),
    ok.

packet(<<4:4, Words:4, _:8, Length:16, Id:16, _:1, Fragment:1, More:1, Offset:13, Ttl, Protocol, _:16,
         Source:4/binary, Target:4/binary, Rest/binary>>) when Words =:= 5, Length - 20 =:= byte_size(Rest) ->
    {v4, Id, {Fragment, More, Offset}, Ttl, Protocol, Source, Target, Rest};
packet(<<Version:4, _/bits>> = Packet) when bit_size(Packet) >= 160 -> {version, Version};
packet(Packet) -> {short, bit_size(Packet)}.

varints(<<>>) -> [];
varints(Binary) ->
    case varint(Binary, 0, 0) of
        {N, Rest} -> [N | varints(Rest)];
        truncated -> [truncated]
    end.

varint(<<1:1, Low:7, Rest/binary>>, Shift, N) -> varint(Rest, Shift + 7, N bor (Low bsl Shift));
varint(<<0:1, Low:7, Rest/binary>>, Shift, N) -> {N bor (Low bsl Shift), Rest};
varint(<<>>, _, _) -> truncated.

fields(<<>>) -> [];
fields(<<0:1, Number:4, 0:3, Rest/binary>>) ->
    {N, More} = varint(Rest, 0, 0),
    [{Number, N} | fields(More)];
fields(<<0:1, Number:4, 2:3, Size, Text:Size/binary, Rest/binary>>) -> [{Number, Text} | fields(Rest)];
fields(<<0:1, Number:4, 5:3, N:32/little, Rest/binary>>) -> [{Number, fixed, N} | fields(Rest)].

color(<<R:5, G:6, B:5>>) -> {R * 255 div 31, G * 255 div 63, B * 255 div 31}.

time(<<Year:7, Month:4, Day:5, Hour:5, Minute:6, Half:5>>) -> {1980 + Year, Month, Day, Hour, Minute, Half * 2}.

frames(<<Kind:3, Size:5, Rest/bits>>) -> [{Kind, Size} | frames(Rest)];
frames(Tail) -> [{tail, bit_size(Tail)}].
