%% The header of a packet, field by field
-module(packet_header).
-export([start/0]).

start() ->
    Packet = <<4:4, 5:4, 0, 84:16, 7:16, 2:3, 0:13, 64, 1, 0:16, 10, 0, 0, 1, 10, 0, 0, 2, "payload">>,
    show(header(Packet)),
    show(header(<<6:4, 0:156>>)),
    show(header(<<1, 2, 3>>)),
    ok.

header(<<4:4, Length:4, Type, Total:16, Id:16, Flags:3, Offset:13, Ttl, Protocol, _Sum:16, From:4/binary, To:4/binary, Rest/binary>>) when Length >= 5 ->
    [Type, Total, Id, Flags, Offset, Ttl, Protocol, [lists:join($., [integer_to_list(B) || <<B>> <= A]) || A <- [From, To]], Rest];
header(<<Version:4, _:4, _/binary>>) when Version =/= 4 -> {version, Version};
header(_) -> no.

show(Term) -> io:format("~0p~n", [Term]).
