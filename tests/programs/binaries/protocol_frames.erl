%% Frames of protocols packed and unpacked: lengths, flags, checksums,.
-module(protocol_frames).
-export([start/0]).

start() ->
    Frames = [{1, data, <<"hello">>}, {2, ack, <<>>}, {65535, nak, <<0, 255>>}, {7, data, binary:copy(<<"x">>, 300)}],
    Bytes = << <<(pack(F))/binary>> || F <- Frames >>,
    show([byte_size(Bytes), binary:part(pack(hd(Frames)), 0, 8)]),
    {Read, Rest} = unpack_all(Bytes),
    show([Read =:= Frames, Rest]),
    show([element(1, unpack(binary:part(pack(hd(Frames)), 0, N))) || N <- [0, 1, 5, 8, 12]]),
    <<A:9/binary, _, B/binary>> = pack(hd(Frames)),
    show(unpack(<<A/binary, 0, B/binary>>)),
    show(unpack(<<"junk", Bytes/binary>>)),
    show(bits(<<2#1011001110001111:16>>)),
    show(tlv(<<1, 3, "abc", 2, 0, 3, 2, 9, 9>>)),
    show(tlv(<<1, 5, "abc">>)),
    show([ip(<<192, 168, 0, 1>>), ip(<<1, 2, 3>>)]),
    show(dns(<<16#1234:16, 1:1, 0:4, 1:1, 0:1, 1:1, 1:1, 0:3, 3:4, 1:16, 2:16, 3:16, 4:16>>)),
    ok.

pack({Id, Type, Payload}) ->
    Body = <<Id:16, (code(Type)):4, 0:4, (byte_size(Payload)):16, Payload/binary>>,
    <<16#AA, Body/binary, (erlang:crc32(Body)):32>>.

unpack(<<16#AA, Id:16, Type:4, 0:4, Size:16, Payload:Size/binary, Sum:32, Rest/binary>>) ->
    case erlang:crc32(<<Id:16, Type:4, 0:4, Size:16, Payload/binary>>) of
        Sum -> {ok, {Id, type(Type), Payload}, Rest};
        _ -> {bad_sum, Id}
    end;
unpack(<<16#AA, _/binary>>) -> {more};
unpack(<<>>) -> {more};
unpack(<<B, _/binary>>) -> {no_frame, B}.

unpack_all(Bytes) -> case unpack(Bytes) of {ok, F, Rest} -> {Fs, Last} = unpack_all(Rest), {[F | Fs], Last}; Other -> {[], Other} end.

code(data) -> 1; code(ack) -> 2; code(nak) -> 3.

type(1) -> data; type(2) -> ack; type(3) -> nak.

bits(<<A:1, B:2, C:3/signed, D:5/little, E/bits>>) -> {A, B, C, D, E}.

tlv(<<T, L, V:L/binary, Rest/binary>>) -> [{T, V} | tlv(Rest)];
tlv(<<>>) -> [];
tlv(Bad) -> [{bad, Bad}].

ip(<<A, B, C, D>>) -> lists:flatten(io_lib:format("~w.~w.~w.~w", [A, B, C, D]));
ip(_) -> none.

dns(<<Id:16, QR:1, Op:4, AA:1, TC:1, RD:1, RA:1, _:3, Code:4, Counts/binary>>) -> {Id, QR, Op, AA, TC, RD, RA, Code, [C || <<C:16>> <= Counts]}.

show(Term) -> io:format("~0p~n", [Term]).
