%% decode_packet: each kind of packet: whole, too short, with a limit, and refused.
-module(scans_of_packets).
-export([start/0]).

start() ->
    Try = fun(Type, Bytes, Options) -> show({Type, try erlang:decode_packet(Type, Bytes, Options) catch C:R -> {C, R} end}) end,
    [Try(T, <<0, 0, 0, 2, "abc">>, []) || T <- [raw, 0, 1, 2, 4]],
    [Try(T, <<5, "ab">>, []) || T <- [1, 2, 4, raw]],
    [Try(line, B, O) || B <- [<<"one\ntwo">>, <<"one">>, <<"one\r\ntwo\n">>, <<>>], O <- [[], [{line_length, 2}]]],
    Try(line, <<"a;b">>, [{line_delimiter, $;}]),
    Try(asn1, <<4, 2, 1, 2, 9>>, []),
    Try(tpkt, <<3, 0, 0, 6, "xyz">>, []),
    Try(cdr, <<"GIOP", 1, 0, 0, 0, 0, 0, 0, 2, "abc">>, []),
    [Try(http, <<L/binary, "rest">>, []) || L <- [<<"GET / HTTP/1.1\r\n">>, <<"POST http://host:80/p?q HTTP/1.0\r\n">>, <<"HTTP/1.1 200 OK\r\n">>, <<"WEIRD * HTTP/1.1\r\n">>, <<"not http\r\n">>, <<"GET /">>]],
    [Try(http_bin, <<L/binary, "rest">>, []) || L <- [<<"GET / HTTP/1.1\r\n">>, <<"HTTP/1.1 404 Not Found\r\n">>]],
    [Try(httph, <<L/binary, "x">>, []) || L <- [<<"Content-Type: text/plain\r\n">>, <<"x-my-header:v\r\n">>, <<"\r\n">>, <<"bad header\r\n">>]],
    [Try(httph_bin, <<L/binary, "x">>, []) || L <- [<<"Host: a\r\n">>, <<"X-Own: b c \r\n">>]],
    Try(1, <<10, "abc">>, [{packet_size, 5}]),
    [Try(T, B, O) || {T, B, O} <- [{nonsense, <<>>, []}, {raw, x, []}, {line, <<"a\n">>, [x]}, {3, <<>>, []}, {line, <<"a">>, x}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).
